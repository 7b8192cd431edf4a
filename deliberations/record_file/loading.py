"""Loading a record file: what of it the record does not hold yet, by the operations."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from django.db import connection, transaction
from django.utils.translation import gettext as _

from deliberations import operations
from deliberations.models import User
from deliberations.operations import Refused
from deliberations.record_file.comparing import Plan
from deliberations.record_file.held import Held
from deliberations.record_file.places import Malformed, Place
from deliberations.record_file.steps import What
from deliberations.record_file.tables import LOADER, Values
from deliberations.record_file.writing import Writer

type Progress = Callable[[int, int], None]


@dataclass
class Loaded:
    """What a load did. made: how many of what (see Step). kept: see Comparison."""

    made: Counter[What] = field(default_factory=Counter)
    kept: list[str] = field(default_factory=list)


def load_record(content: Values, file: str, *, progress: Progress | None = None) -> Loaded:
    """Load what the record does not hold yet: all of it, or nothing.

    content: as read_record gives it; file: its name for messages. progress is told how many steps
    of how many are done. Raises Malformed, with places, where the file contradicts the record or
    an operation refuses.
    """
    place = Place(file)
    with transaction.atomic():
        wait_for_other_loads()
        held = Held.of(content["group"]["slug"])
        writer = Writer(held, content["files"])
        plan = Plan(content, held, writer, place, kept=[])
        steps = list(plan.steps())
        if place.problems:
            raise Malformed(place.problems)
        loaded = Loaded(kept=plan.kept)
        if steps:
            writer.user = loader()
            if not held.is_new:
                writer.join()
        for done, step in enumerate(steps):
            if progress is not None:
                progress(done, len(steps))
            try:
                step.do()
            except Refused as refusal:
                step.place.wrong(str(refusal))
                raise Malformed(place.problems) from refusal
            loaded.made[step.what] += step.number
        if steps and progress is not None:
            progress(len(steps), len(steps))
    return loaded


def wait_for_other_loads() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(hashtext('deliberations.load_record'))")


def loader() -> User:
    """The user by whom files are loaded; nobody can sign in as them."""
    user = User.objects.filter(username=LOADER).first()
    if user is None:
        user = User(username=LOADER, name="the loader of record files", is_admin=True)
        user.set_unusable_password()
        operations.edit_people(thing=user, by=user, reason=_("The first load of a record file."))
    return user
