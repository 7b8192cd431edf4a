"""The cast at the admin: each in a browser of their own, signed in."""

import pytest
from django.test import Client

from tests.factories import GroupFactory


@pytest.fixture(scope="session")
def no_static_files(tmp_path_factory):
    return tmp_path_factory.mktemp("static")


@pytest.fixture(autouse=True)
def static_files_by_their_names(settings, no_static_files):
    """Pages are tested without collecting static files first."""
    settings.STATIC_ROOT = no_static_files
    settings.STORAGES = {
        **settings.STORAGES,
        "staticfiles": {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"},
    }


def signed_in(user) -> Client:
    client = Client()
    client.force_login(user)
    return client


@pytest.fixture
def as_admin(admin):
    return signed_in(admin)


@pytest.fixture
def as_secretary(secretary):
    return signed_in(secretary)


@pytest.fixture
def as_delegate(delegate):
    return signed_in(delegate)


@pytest.fixture
def other_group(db):
    """A group that the secretary does not serve."""
    return GroupFactory(slug="other", name="The Other Group", short_name="OTHER")
