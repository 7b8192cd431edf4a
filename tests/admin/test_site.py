"""Who gets into the admin, and what it is made of."""

import pytest
from django.apps import apps
from django.urls import reverse
from pghistory.models import Event

from deliberations.admin.acts import ActPart, Acts
from deliberations.admin.registered import Registered
from deliberations.admin.site import SECTIONS, site
from deliberations.admin.surroundings import Part, Surroundings

INDEX = reverse("admin:index")

SHOWN_ELSEWHERE = {
    "heading": "edited with its question",
    "agendaitem": "edited with its meeting",
    "attendance": "noted on the page of its meeting",
    "draft": "composed in the console of its meeting",
    "import": "brought in and read on pages of its own",
    "issue": "issued and read on pages of its own",
    "style": "brought on a page of its own",
    "look": "marked on the page of what deserves a second look",
    "authorship": "edited with its contribution",
    "membership": "edited with its user",
    "decisionqualifier": "shown with its decision",
    "standing": "follows from the acts; shown with its element",
    "stay": "follows from the acts; the record as of a moment",
    "tally": "counts the stays",
    "entry": "read as the history of each thing",
}


def test_the_public_is_asked_to_sign_in(client, db):
    response = client.get(INDEX, follow=True)

    assert response.redirect_chain[-1][0] == f"{reverse('sign_in')}?next={INDEX}"


def test_a_delegate_is_told_that_the_admin_is_not_for_them(as_delegate):
    response = as_delegate.get(INDEX, follow=True)

    assert response.status_code == 403
    assert "The admin is for admins and for the secretariats." in response.text


def test_who_may_no_longer_sign_in_is_out_at_once(as_admin, admin):
    admin.is_active = False
    admin.save()

    assert as_admin.get(INDEX).status_code == 302


def test_an_admin_is_shown_everything(as_admin):
    assert shown(as_admin) == {noun for _key, _name, nouns in SECTIONS for noun in nouns}


def test_a_secretary_is_shown_everything_but_the_users(as_secretary):
    assert shown(as_secretary) == {
        noun for _key, _name, nouns in SECTIONS for noun in nouns if noun != "user"
    }


def shown(client) -> set[str]:
    return {
        model["model"]._meta.model_name
        for section in client.get(INDEX).context["app_list"]
        for model in section["models"]
    }


@pytest.mark.parametrize("path", ["password_change/", "password_change/done/"])
def test_no_page_of_djangos_writes_past_the_operations(as_admin, path):
    assert as_admin.get(f"{INDEX}{path}").status_code == 404


def test_every_model_is_in_the_admin_or_has_its_reason():
    models = {
        str(model._meta.model_name)
        for model in apps.get_app_config("deliberations").get_models()
        if not issubclass(model, Event)
    }
    registered = {str(model._meta.model_name) for model in site._registry}

    assert models - registered == SHOWN_ELSEWHERE.keys()
    assert registered == {noun for _key, _name, nouns in SECTIONS for noun in nouns}


def test_all_of_the_admin_is_to_read_or_written_by_operations():
    for model_admin in site._registry.values():
        assert isinstance(model_admin, Acts | Surroundings), model_admin
        assert isinstance(model_admin, Registered)
        parts = Part if isinstance(model_admin, Surroundings) else ActPart
        assert all(issubclass(inline, parts) for inline in model_admin.inlines), model_admin


def test_one_signs_out_to_the_record(as_admin):
    response = as_admin.post(reverse("admin:logout"))

    assert response.headers["Location"] == reverse("home")
