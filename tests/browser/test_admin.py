"""The admin in a browser: nothing that the policy forbids, nothing that axe finds."""

import pytest
from django.urls import reverse

from deliberations.models import (
    Contribution,
    Contributor,
    Decision,
    Document,
    Element,
    Meeting,
    Question,
    User,
)
from tests.browser.looking import GUIDELINES, INLINE, OF_COLOUR, axe

WIDTHS = (320, 1280)
TABLE = "slug,name,kind\nnew-one,New One,person\nnot a slug,Other,person"


def of(model, kind):
    name = f"admin:deliberations_{model._meta.model_name}_{kind}"
    if kind in ("changelist", "add", "import"):
        return lambda: reverse(name)
    return lambda: reverse(name, args=[model.objects.first().pk])


PAGES = {
    "index": lambda: reverse("admin:index"),
    "contributors": of(Contributor, "changelist"),
    "elements": of(Element, "changelist"),
    "users": of(User, "changelist"),
    "a new contributor": of(Contributor, "add"),
    "a contributor": of(Contributor, "change"),
    "a meeting with its agenda": of(Meeting, "change"),
    "a contribution with its authors": of(Contribution, "change"),
    "a question with its headings": of(Question, "change"),
    "a new document": of(Document, "add"),
    "a new user": of(User, "add"),
    "a decision, to read": of(Decision, "change"),
    "a history": of(Meeting, "history"),
    "a deletion": of(Contributor, "delete"),
    "an import": of(Contributor, "import"),
}


def look_at(page):
    """What is forbidden or found, wide and narrow, in light and dark."""
    page.emulate_media(reduced_motion="reduce")
    page.wait_for_load_state("networkidle")
    wrong = []
    for width in WIDTHS:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="light")
        wrong += [f"{width}: {what}" for what in axe(page, GUIDELINES)]
        page.emulate_media(color_scheme="dark")
        wrong += [f"{width}, dark: {what}" for what in axe(page, OF_COLOUR)]
    return wrong


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("name", PAGES)
def test_a_page_of_the_admin_is_for_everyone(name, page_of, base_url, admin, record):
    page = page_of(admin)
    answer = page.goto(base_url + PAGES[name]())

    assert INLINE.findall(answer.text()) == []
    assert look_at(page) == []


@pytest.mark.django_db(transaction=True)
def test_what_a_table_would_do_is_for_everyone(page_of, base_url, secretary):
    page = page_of(secretary)
    page.goto(base_url + PAGES["an import"]())
    page.locator("[name=table]").set_input_files(
        {"name": "table.csv", "mimeType": "text/csv", "buffer": TABLE.encode()}
    )
    page.locator("[name=reason]").fill("From the sheet.")
    page.get_by_role("button", name="Look at it").click()
    page.get_by_text("1 row is refused").wait_for()

    assert look_at(page) == []


@pytest.mark.django_db(transaction=True)
def test_an_agenda_item_names_its_element_by_number(page_of, base_url, secretary, record):
    page = page_of(secretary)
    meeting = record.meetings.last()
    before = meeting.agenda.count()
    page.goto(base_url + reverse("admin:deliberations_meeting_change", args=[meeting.pk]))
    row = page.locator(f"#agenda-{before}")
    row.get_by_label("Position").fill("90")
    row.get_by_label("Element").fill("E41")
    page.locator("#id_reason").fill("Sent round.")
    page.locator("[name=_save]").click()
    page.locator(".messagelist .success").wait_for()
    page.wait_for_load_state("networkidle")

    assert meeting.agenda.get(position=90).element.reference == "E41"
