"""Acts of the record in the admin: read, never changed."""

from uuid import uuid4

import pytest

from deliberations.admin.acts import Acts
from deliberations.admin.addresses import address_in_record
from deliberations.admin.site import site
from deliberations.models import Element
from deliberations.operations import (
    annul_decision,
    lift_statement,
    make_statement,
    reword_element,
    withdraw_element,
)
from tests.acts import decide
from tests.admin.forms import page
from tests.factories import ContributorFactory, ElementFactory, MeetingFactory

ACTS = [model for model, model_admin in site._registry.items() if isinstance(model_admin, Acts)]


def proposed(group, **values):
    return ElementFactory(group=group, question=group.questions.first(), **values)


@pytest.fixture
def one_of_each(record, secretary):
    """The acts that the real record has none of."""
    element = Element.objects.filter(group=record).first()
    contributor = ContributorFactory(group=record)
    withdrawn = proposed(record)
    withdraw_element(element=withdrawn, contributor=contributor, reason="Merged.", by=secretary)
    reservation = make_statement(
        contributor=contributor, kind="reservation", text="Not so.", element=element, by=secretary
    )
    lift_statement(statement=reservation, by=secretary)
    meeting = MeetingFactory(group=record, number=90)
    decision = decide(meeting, proposed(record), by=secretary)
    annul_decision(decision=decision, reason="Not heard so.", intention=uuid4(), by=secretary)


@pytest.mark.parametrize("model", ACTS, ids=lambda model: model._meta.model_name)
@pytest.mark.parametrize("who", ["as_admin", "as_secretary"])
def test_an_act_is_read_and_never_changed(who, model, one_of_each, request):
    client = request.getfixturevalue(who)
    thing = model.objects.first()
    before = model.objects.values().get(pk=thing.pk)

    shown = client.get(page(thing, "change"))

    assert shown.status_code == 200
    assert 'name="_save"' not in shown.text
    assert 'class="deletelink"' not in shown.text
    for kind in ("change", "delete"):
        assert client.post(page(thing, kind), {"post": "yes"}).status_code == 403, kind
    assert client.get(page(model, "add")).status_code == 403
    assert client.post(page(model, "add"), {"text": "forged"}).status_code == 403
    assert client.post(page(model, "changelist"), {"action": "delete_selected"}).status_code == 200
    assert model.objects.values().get(pk=thing.pk) == before


@pytest.mark.parametrize("model", ACTS, ids=lambda model: model._meta.model_name)
def test_an_act_leads_to_its_page_of_the_record(model, as_secretary, one_of_each):
    thing = model.objects.first()
    address = address_in_record(thing)

    assert f'href="{address}"' in as_secretary.get(page(thing, "change")).text
    assert as_secretary.get(address).status_code == 200


@pytest.mark.parametrize("model", site._registry, ids=lambda model: model._meta.model_name)
def test_every_list_is_shown_searched_and_filtered_by_nothing_else(model, as_admin, one_of_each):
    listed = page(model, "changelist")

    assert as_admin.get(listed).status_code == 200
    assert as_admin.get(listed, {"q": "E1 the"}).status_code == 200
    assert as_admin.get(listed, {"p": "9" * 20}).status_code < 400
    assert as_admin.get(listed, {"recorded_by__password__startswith": "a"}).status_code == 400
    assert as_admin.get(listed, {"group__memberships__user__password": "a"}).status_code == 400
    assert as_admin.get(listed, {"dated__year": "0"}).status_code == 400


def test_what_is_not_published_is_not_in_the_admin_of_who_may_not_see_it(
    as_admin, as_secretary, record, secretary
):
    meeting = MeetingFactory(group=record, number=91, published_at=None)
    element = proposed(record, meeting=meeting, text="A secret text.")
    decision = decide(meeting, element, by=secretary, sentence="A secret decision.")

    for thing, word in ((element, "secret text"), (decision, "secret decision")):
        listed = page(thing, "changelist")
        assert word in as_secretary.get(listed, {"q": word}).text
        found = as_admin.get(listed, {"q": word})
        assert found.context["cl"].result_count == 0
        assert as_admin.get(page(thing, "change")).status_code == 404
        assert as_admin.get(page(thing, "history")).status_code == 404


def test_a_text_that_is_not_published_does_not_find_its_element(as_admin, record, secretary):
    meeting = MeetingFactory(group=record, number=92, published_at=None)
    element = proposed(record, text="A public text.")
    reword_element(
        element=element, text="A secret rewording.", reason="", meeting=meeting, by=secretary
    )
    listed = page(Element, "changelist")

    assert as_admin.get(listed, {"q": "public text"}).context["cl"].result_count == 1
    assert as_admin.get(listed, {"q": "secret rewording"}).context["cl"].result_count == 0


def test_elements_are_found_by_number_and_by_status(as_admin, record):
    listed = page(Element, "changelist")

    assert as_admin.get(listed, {"q": "E41"}).context["cl"].result_count == 1
    agreed = as_admin.get(listed, {"status": "agreed"}).context["cl"].result_count
    assert (
        agreed
        == Element.objects.filter(standings__public=True, standings__status="agreed").count()
        > 0
    )
