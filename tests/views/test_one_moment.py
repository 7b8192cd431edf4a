"""What is recorded while a page is read: it tells of the moment before, or of the one after."""

import re
from collections.abc import Callable
from functools import partial
from itertools import count

import pytest
from django.db import InternalError, connection
from django.test import Client

from deliberations.models import WorkingGroup
from tests.acts import decide
from tests.databases import as_a_request
from tests.factories import ElementFactory, MeetingFactory
from wgec.database.moment import at_one_moment

pytestmark = pytest.mark.django_db(transaction=True)


class Amid:
    """Lets something happen between a page's query of that number and the one before."""

    def __init__(self, number: int, happens: Callable[[], object]) -> None:
        self.left, self.happens = number, happens

    def __call__(self, execute, sql, params, many, context):
        if self.left == 0:
            self.happens()
        self.left -= 1
        return execute(sql, params, many, context)


def told(reader: Client, address: str) -> str:
    """Without the minute of printing."""
    return re.sub(r"as it stood on [^<]*", "", reader.get(address).text)


@pytest.mark.parametrize(
    "address", ["/wgec/", "/wgec/elements/", "/wgec/meetings/9/", "/wgec/elements.json"]
)
def test_a_page_tells_of_one_moment(record: WorkingGroup, address: str):
    meeting = MeetingFactory(group=record, number=9)
    reader = Client()
    for number in count():
        element = ElementFactory(group=record, question=record.questions.get(number=1))
        before = told(reader, address)
        amid = Amid(number, partial(as_a_request, partial(decide, meeting, element)))
        with connection.execute_wrapper(amid):
            meanwhile = told(reader, address)
        if amid.left >= 0:
            break
        after = told(reader, address)

        assert before != after
        assert meanwhile in (before, after), f"What was recorded before query {number}"
    assert number > 4


def test_who_was_signed_out_meanwhile_reads_on_as_one_of_the_public(record, secretary):
    """To find that out removes their session, and to read is not to write."""
    reader = Client()
    reader.force_login(secretary)
    secretary.set_password("another")
    secretary.save()

    assert "Sign in" in reader.get("/wgec/").text


def test_what_reads_at_one_moment_cannot_write(record):
    with pytest.raises(InternalError, match="read-only"), at_one_moment():
        MeetingFactory(group=record, number=9)

    assert MeetingFactory(group=record, number=9).pk
