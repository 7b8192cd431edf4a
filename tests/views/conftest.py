"""The pages as their readers ask for them, on the real record and on small ones of our own."""

from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from django.db import ProgrammingError, transaction
from django.test import Client

from deliberations.models import Contributor, Element, Meeting, Standing, User, WorkingGroup
from deliberations.operations import Proposer, propose_element
from deliberations.permissions import Person
from tests.acts import secretary_of
from tests.factories import (
    ContributorFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    QuestionFactory,
)
from tests.sql import sql


@pytest.fixture(autouse=True)
def static_files_by_their_names(settings):
    """The pages are read without collecting their static files first, and without serving them."""
    settings.MIDDLEWARE = [name for name in settings.MIDDLEWARE if name != "wgec.handler.Files"]
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


@pytest.fixture
def client_of(db) -> Callable[[Person], Client]:
    """A client of theirs. An error of the application is an answer (500), as it is for them."""

    def made(person: Person) -> Client:
        client = Client(raise_request_exception=False)
        if isinstance(person, User):
            client.force_login(person)
        return client

    return made


@pytest.fixture
def group(db) -> WorkingGroup:
    """A group with little: a question with a heading, a phrase, a contributor, five elements.

    E1 to E5 are proposed, E1 by the contributor. Its meeting 1 is in session and published.
    """
    group = GroupFactory(slug="small", short_name="WGS", name="Working Group on Small Things")
    question = QuestionFactory(group=group, number=1, text="What is small?")
    HeadingFactory(question=question, name="sizes")
    QualifierFactory(group=group, phrase="in principle")
    contributor = ContributorFactory(group=group, slug="ant", name="Anthill", short_name="ANT")
    MeetingFactory(group=group, number=1, place_name="Geneva", chair="Chair Woman")
    by = secretary_of(group)
    for number in range(1, 6):
        propose_element(
            group=group,
            question=question,
            text=f"Small thing {number}",
            proposers=(Proposer(contributor=contributor),) if number == 1 else (),
            by=by,
        )
    return group


@pytest.fixture
def meeting(group: WorkingGroup) -> Meeting:
    return group.meetings.get(number=1)


@pytest.fixture
def elements(group) -> list[Element]:
    return list(group.elements.order_by("number"))


@pytest.fixture
def contributor(group: WorkingGroup) -> Contributor:
    return group.contributors.get()


@pytest.fixture
def clerk(group) -> User:
    """Of the secretariat of the small group."""
    return secretary_of(group)


@pytest.fixture
def clerks_client(clerk, client_of) -> Client:
    client: Client = client_of(clerk)
    return client


@pytest.fixture
def unpublished(group) -> Meeting:
    """Meeting 2 of the small group, in session: what it does, only the secretariat sees."""
    return MeetingFactory(group=group, number=2, published_at=None)


@pytest.fixture
def many_elements() -> Callable[[WorkingGroup, int], None]:
    """Enter that many further elements at once, without a line in Python for each."""

    def enter(group: WorkingGroup, number: int) -> None:
        question, by = group.questions.get(number=1), secretary_of(group)
        sql(
            "WITH entered AS ("
            " INSERT INTO deliberations_element (group_id, question_id)"
            " SELECT %s, %s FROM generate_series(1, %s) RETURNING id)"
            " INSERT INTO deliberations_wording (element_id, text, reason, known_to,"
            " recorded_by_id) SELECT id, 'One of many', '', 'unknown', %s FROM entered",
            group.pk,
            question.pk,
            number,
            by.pk,
        )

    return enter


@pytest.fixture
def stand() -> Callable[[WorkingGroup], dict[str, str]]:
    """Where the elements of a group stand by all that is recorded: {"E1": "agreed"}."""

    def told(group: WorkingGroup) -> dict[str, str]:
        found = Standing.objects.filter(element__group=group, public=False)
        return {s.element.reference: s.status for s in found.select_related("element")}

    return told


@pytest.fixture
def silent_database(db) -> Callable[[], AbstractContextManager[None]]:
    """From then on, within, the database answers every question with an error."""

    @contextmanager
    def silenced() -> Iterator[None]:
        with transaction.atomic():
            with pytest.raises(ProgrammingError):
                sql("SELECT * FROM nowhere")
            yield
            transaction.set_rollback(True)

    return silenced
