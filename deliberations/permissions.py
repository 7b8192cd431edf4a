"""Who may see what and do what: the one declaration. Pages, data, admin and operations ask it.

Two tables. SEEN has a rule for every model: which rows a user sees, as a Q for its queryset
(`Model.objects.visible_to(user)`). ACTS has every act of the record: who may do it. A model or an
act without a line here is an error, found by a test and by the first call.

The idea of publication: an act is public when the meeting it belongs to is published; an act that
belongs to no meeting is public when it is recorded. Until then only the secretariat of the group
sees it.

This module imports nothing of ours, so that every layer can ask it.
"""

from collections.abc import Callable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from django.apps import apps
from django.contrib.auth.models import AnonymousUser
from django.db.models import BigIntegerField, Q, QuerySet, TextChoices
from django.db.models.fields.json import KT
from django.db.models.functions import Cast
from django.db.models.lookups import In
from django.utils.translation import gettext_lazy as _

if TYPE_CHECKING:
    from deliberations.models import User, WorkingGroup

type Person = "User | AnonymousUser"


class PublicThen(AnonymousUser):
    """The public for whom a text is issued: one meeting counts as published, and time may stop.

    meeting: its id. known: what was recorded or published later is not there; None: all is.
    """

    def __init__(self, meeting: int | None = None, known: datetime | None = None) -> None:
        self.meeting, self.known = meeting, known


class Inside(AnonymousUser):
    """Who runs a command on the installation: reads of one group what its secretariat reads.

    group: its id. They act nowhere.
    """

    def __init__(self, group: int) -> None:
        self.group = group


class Role(TextChoices):
    """What a signed-in user is in a group."""

    DELEGATE = "delegate", _("delegate")
    SECRETARIAT = "secretariat", _("secretariat")


# ---- to see


def groups_served(user: Person) -> list[int]:
    """The ids of the groups whose secretariat the user belongs to, or reads as one of it."""
    if isinstance(user, Inside):
        return [user.group]
    if not user.is_authenticated or not user.is_active:
        return []
    return [group for group, role in user.roles.items() if role == Role.SECRETARIAT]


def serves(user: Person, group: "WorkingGroup") -> bool:
    """Whether the user belongs to the secretariat of the group."""
    return group.pk in groups_served(user)


def seen_by_everyone(_user: Person) -> Q:
    return Q()


def seen_by_admins(user: Person) -> Q:
    return Q() if user.is_authenticated and user.is_active and user.is_admin else Q(pk__in=[])


def seen_when_published(*meetings: str, group: str) -> Callable[[Person], Q]:
    """Seen by everyone once the meetings at these paths are published, before by the secretariat.

    A path that leads to no meeting is no obstacle. group: the path to the group.
    """

    def rule(user: Person) -> Q:
        published = Q()
        for meeting in meetings:
            published &= Q(**{f"{meeting}__isnull": True}) | published_to(user, meeting)
        served = groups_served(user)
        return published | Q(**{f"{group}__in": served}) if served else published

    return rule


def published_to(user: Person, meeting: str) -> Q:
    """That the meeting at the path is published, as far as the reader knows."""
    if not isinstance(user, PublicThen):
        return Q(**{f"{meeting}__published_at__isnull": False})
    if user.known is None:
        published = Q(**{f"{meeting}__published_at__isnull": False})
    else:
        published = Q(**{f"{meeting}__published_at__lte": user.known})
    return published | Q(**{meeting: user.meeting}) if user.meeting else published


def seen_by_the_secretariat(group: str) -> Callable[[Person], Q]:
    """Never public. group: the path to the group."""

    def rule(user: Person) -> Q:
        return Q(**{f"{group}__in": groups_served(user)})

    return rule


def standing_seen(user: Person) -> Q:
    """Each element has two standings: the public one, and the one of all that is recorded.

    The secretariat of a group sees the latter, everybody else the former; nobody sees both.
    """
    served = groups_served(user)
    if not served:
        return Q(public=True)
    return Q(public=False, element__group__in=served) | Q(public=True) & ~Q(
        element__group__in=served
    )


def tally_seen(user: Person) -> Q:
    """As the standings it counts."""
    served = groups_served(user)
    if not served:
        return Q(public=True)
    return Q(public=False, group__in=served) | Q(public=True) & ~Q(group__in=served)


OF_PEOPLE = frozenset({"user", "membership"})
NEVER_PUBLIC = frozenset({"draft", "import", "look", "style"})
"""What the secretariat of a group has for itself, published or not."""


def entry_seen(user: Person) -> Q:
    """Entries of the history follow the publication of what they are about.

    Entries about people, about drafts, imports, second looks and house styles, and about the
    standings that the record derives are for those who work with them.
    """
    served = groups_served(user)
    public = ~Q(noun__in=[*sorted(OF_PEOPLE | NEVER_PUBLIC), "standing"]) & (
        Q(meeting__isnull=True) | published_to(user, "meeting")
    )
    public &= ~ending_untold()
    seen = public | Q(group__in=served) if served else public
    if user.is_authenticated and user.is_active and user.is_admin:
        seen |= Q(noun__in=sorted(OF_PEOPLE))
    return seen


def ending_untold() -> Q:
    """An entry of how an item of an agenda ended, at a meeting that is not published.

    The agenda is public, but an item without an ending would be one on which the meeting decided.
    """
    meeting = Cast(KT("new__meeting_id"), BigIntegerField())
    unpublished = apps.get_model("deliberations", "meeting").objects.filter(published_at=None)
    of_them = Q(In(meeting, unpublished.order_by().values("pk")))
    return Q(noun="agendaitem") & ~Q(new__ending="") & of_them


SEEN: dict[str, Callable[[Person], Q]] = {
    "workinggroup": seen_by_everyone,
    "source": seen_by_everyone,
    "question": seen_by_everyone,
    "heading": seen_by_everyone,
    "meeting": seen_by_everyone,
    # An agenda is public, but not what it says of an element that is not.
    "agendaitem": seen_when_published("element__meeting", group="meeting__group"),
    "attendance": seen_when_published("meeting", group="meeting__group"),
    "draft": seen_by_the_secretariat("meeting__group"),
    "import": seen_by_the_secretariat("group"),
    "issue": seen_when_published("meeting", group="group"),
    "look": seen_by_the_secretariat("group"),
    "style": seen_by_the_secretariat("group"),
    "contributor": seen_by_everyone,
    "contribution": seen_by_everyone,
    "authorship": seen_by_everyone,
    "qualifier": seen_by_everyone,
    "document": seen_when_published("meeting", group="group"),
    "element": seen_when_published("meeting", group="group"),
    "wording": seen_when_published("meeting", "element__meeting", group="element__group"),
    "standing": standing_seen,
    "stay": standing_seen,
    "tally": tally_seen,
    "proposal": seen_when_published("meeting", "element__meeting", group="element__group"),
    "withdrawal": seen_when_published("meeting", "element__meeting", group="element__group"),
    "decision": seen_when_published("meeting", group="meeting__group"),
    "decisionqualifier": seen_when_published(
        "decision__meeting", group="decision__meeting__group"
    ),
    "disposition": seen_when_published("decision__meeting", group="decision__meeting__group"),
    "correction": seen_when_published("meeting", group="meeting__group"),
    # A statement is seen no earlier than what it is about.
    "statement": seen_when_published(
        "meeting", "element__meeting", "decision__meeting", group="contributor__group"
    ),
    "lift": seen_when_published(
        "meeting",
        "statement__meeting",
        "statement__element__meeting",
        "statement__decision__meeting",
        group="statement__contributor__group",
    ),
    "entry": entry_seen,
    "user": seen_by_admins,
    "membership": seen_by_admins,
}


def visible[Rows: QuerySet[Any]](queryset: Rows, user: Person) -> Rows:
    """The rows of a queryset that the user sees."""
    rows = queryset.filter(SEEN[queryset.model._meta.model_name](user))
    if isinstance(user, PublicThen) and user.known and has_clock(queryset.model):
        return rows.filter(recorded_at__lte=user.known)
    return rows


def has_clock(model: Any) -> bool:
    """Whether its rows say when they were recorded."""
    return any(field.name == "recorded_at" for field in model._meta.fields)


# ---- to do

ADMIN = "admin"
SIGNED_IN = "signed in"
"""Whoever may sign in, in whatever group or none."""

ACTS: dict[str, frozenset[str]] = {
    "convene_meeting": frozenset({Role.SECRETARIAT, ADMIN}),
    "open_meeting": frozenset({Role.SECRETARIAT}),
    "adjourn_meeting": frozenset({Role.SECRETARIAT}),
    "close_meeting": frozenset({Role.SECRETARIAT}),
    "publish_meeting": frozenset({Role.SECRETARIAT}),
    "arrange_agenda": frozenset({Role.SECRETARIAT}),
    "take_up": frozenset({Role.SECRETARIAT}),
    "note_attendance": frozenset({Role.SECRETARIAT}),
    "register_contributor": frozenset({Role.SECRETARIAT, ADMIN}),
    "import_contributors": frozenset({Role.SECRETARIAT, ADMIN}),
    "file_contribution": frozenset({Role.SECRETARIAT, ADMIN}),
    "propose_element": frozenset({Role.SECRETARIAT}),
    "add_proposal": frozenset({Role.SECRETARIAT}),
    "reword_element": frozenset({Role.SECRETARIAT}),
    "withdraw_element": frozenset({Role.SECRETARIAT}),
    "save_draft": frozenset({Role.SECRETARIAT}),
    "take_over_draft": frozenset({Role.SECRETARIAT}),
    "show_draft": frozenset({Role.SECRETARIAT}),
    "discard_draft": frozenset({Role.SECRETARIAT}),
    "import_document": frozenset({Role.SECRETARIAT}),
    "set_passage_aside": frozenset({Role.SECRETARIAT}),
    "issue_document": frozenset({Role.SECRETARIAT}),
    "adopt_style": frozenset({Role.SECRETARIAT}),
    "take_over_issue": frozenset({Role.SECRETARIAT}),
    "record_decision": frozenset({Role.SECRETARIAT}),
    "correct_decision": frozenset({Role.SECRETARIAT}),
    "annul_decision": frozenset({Role.SECRETARIAT}),
    "put_right": frozenset({Role.SECRETARIAT}),
    "make_statement": frozenset({Role.SECRETARIAT}),
    "lift_statement": frozenset({Role.SECRETARIAT}),
    "mark_looked_at": frozenset({Role.SECRETARIAT}),
    "look_again": frozenset({Role.SECRETARIAT}),
    "edit_surroundings": frozenset({Role.SECRETARIAT, ADMIN}),
    "found_group": frozenset({ADMIN}),
    "manage_people": frozenset({ADMIN}),
    "change_password": frozenset({SIGNED_IN}),
}
"""Every act, with the roles that may do it in a group ("admin" in every group)."""


def may(user: Person, act: str, group: "WorkingGroup | None" = None) -> bool:
    """Whether the user may do the act in the group (or, without a group, in the installation)."""
    allowed = ACTS[act]
    if not user.is_authenticated or not user.is_active:
        return False
    if SIGNED_IN in allowed or (ADMIN in allowed and user.is_admin):
        return True
    return group is not None and user.roles.get(group.pk) in allowed


def uses_the_admin(user: Person) -> bool:
    """The admin site is for admins and for the secretariats of the groups."""
    if not user.is_authenticated or not user.is_active:
        return False
    return user.is_admin or bool(groups_served(user))


def role_in(user: Person, group: "WorkingGroup | None") -> str:
    """As what the user acts there: "secretariat", "delegate", "admin" or "public"."""
    if not user.is_authenticated:
        return "public"
    if group is not None and group.pk in user.roles:
        return user.roles[group.pk]
    return ADMIN if user.is_admin else "public"


def names_shown(user: Person, group: "WorkingGroup") -> bool:
    """Whether the user is shown who of the secretariat recorded something, or only the role."""
    if isinstance(user, Inside):
        return serves(user, group)
    return user.is_authenticated and user.is_active and (user.is_admin or group.pk in user.roles)
