"""Two texts of one draft beside each other."""

from dataclasses import dataclass

from django.utils.translation import gettext as _

from deliberations import permissions
from deliberations.models import Basis, Heading, Outcome, Qualifier, WorkingGroup

type Content = dict[str, list[str]]


@dataclass(frozen=True)
class Difference:
    """What of a draft two people have otherwise, in words."""

    name: str
    mine: str
    theirs: str


def differences(
    mine: Content, theirs: Content, group: WorkingGroup, *, reader: permissions.Person
) -> list[Difference]:
    """Where the two say something else. Four queries at most."""
    found = []
    for name, label in words_for_fields().items():
        one, other = mine.get(name, []), theirs.get(name, [])
        if one != other:
            found.append(
                Difference(
                    label, in_words(name, one, group, reader), in_words(name, other, group, reader)
                )
            )
    for name in sorted(mine.keys() | theirs.keys()):
        one, other = mine.get(name, []), theirs.get(name, [])
        if name.startswith("amended-") and one != other:
            number = name.split("-")[1]
            label = _("E%(number)s as amended") % {"number": number}
            found.append(Difference(label, " ".join(one), " ".join(other)))
    return found


def words_for_fields() -> dict[str, str]:
    return {
        "elements": _("Elements"),
        "outcome": _("Outcome"),
        "basis": _("Basis"),
        "heading": _("Heading"),
        "qualifiers": _("Qualifiers"),
        "sentence": _("Sentence"),
        "reconsiders": _("Why the group reconsiders"),
        "known_to": _("When"),
        "day": _("Day"),
        "time_of_day": _("Time"),
    }


def in_words(name: str, values: list[str], group: WorkingGroup, reader: permissions.Person) -> str:
    """What was sent for a field, as people call it; what can't be read stays as it is."""
    if name == "elements":
        return ", ".join(f"E{value}" for value in values)
    if name in ("outcome", "basis"):
        choices = dict(Outcome.choices if name == "outcome" else Basis.choices)
        return ", ".join(str(choices.get(value, value)) for value in values)
    keys = [int(value) for value in values if value.isascii() and value.isdigit()]
    if name == "heading":
        headings = Heading.objects.visible_to(reader).filter(question__group=group, pk__in=keys)
        return ", ".join(map(str, headings))
    if name == "qualifiers":
        return ", ".join(
            map(str, Qualifier.objects.visible_to(reader).filter(group=group, pk__in=keys))
        )
    return " ".join(values)
