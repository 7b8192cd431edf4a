"""The one cast: the real record of the WGEC, a secretary, a delegate, an admin, a stranger."""

import gc
import os

import pytest
from django.contrib.auth.models import AnonymousUser
from django.db import connection
from django.test import TransactionTestCase, override_settings

from deliberations.models import WorkingGroup
from deliberations.permissions import Role
from tests import databases
from tests.factories import MembershipFactory, UserFactory

pytest.register_assert_rewrite("tests.sql")


@pytest.hookimpl(optionalhook=True)  # of pytest-xdist
def pytest_xdist_auto_num_workers():
    """Half as many again as there are cores: a third of the time a worker waits, for a browser, a
    disk, a process it started."""
    cores = os.cpu_count() or 1
    return cores + cores // 2


def pytest_collection_finish():
    """The half million objects of what was imported stay to the end: nobody need look again and
    again for what of them is garbage, which takes a tenth of the time."""
    gc.collect()
    gc.freeze()


@pytest.fixture(scope="session", autouse=True)
def quick_passwords(django_test_environment):
    """To check a password takes long, on purpose. What tests ask is what is done about it."""
    quick = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    with override_settings(PASSWORD_HASHERS=quick):
        yield


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment, django_db_modify_db_settings_parallel_suffix, django_db_blocker
):
    """Every test begins with the record as loaded; see databases.py."""
    with django_db_blocker.unblock(), pytest.MonkeyPatch.context() as patch:
        original = databases.original()
        name = databases.name_of_the_copy()
        before = connection.settings_dict["NAME"]

        def copy_anew(_test_case=None):
            connection.close()
            databases.copy(original, name)

        patch.setattr(TransactionTestCase, "_fixture_teardown", copy_anew)
        copy_anew()
        databases.use(name)
        yield
        databases.use(before)
        databases.drop(name)


@pytest.fixture
def record(db) -> WorkingGroup:
    """The WGEC, with its real record (also under transactional_db, where its tests may commit)."""
    return WorkingGroup.objects.get(slug="wgec")


@pytest.fixture
def secretary(record):
    """Of the secretariat of the WGEC."""
    return MembershipFactory(
        group=record, user__name="Sekai Secretary", role=Role.SECRETARIAT
    ).user


@pytest.fixture
def delegate(record):
    """Of the WGEC."""
    return MembershipFactory(group=record, user__name="Dele Delegate", role=Role.DELEGATE).user


@pytest.fixture
def admin(db):
    """Of the installation, in no group."""
    return UserFactory(name="Ada Admin", is_admin=True)


@pytest.fixture
def stranger():
    """One of the public."""
    return AnonymousUser()
