"""How the group's sentence begins to be written, from what was chosen. It stays to be changed."""

from collections.abc import Sequence

from django.utils.translation import gettext, gettext_lazy

from deliberations.models import Basis, Heading, Outcome, Qualifier, WorkingGroup

USUAL = {
    Outcome.AGREED: gettext_lazy("The Group agreed{qualifiers} on the following {heading}{basis}"),
    Outcome.DEFERRED: gettext_lazy(
        "The Group considered{qualifiers} that the following elements should be incorporated in "
        "its report{basis}"
    ),
    Outcome.NOT_DISCUSSED: gettext_lazy(
        "The Group agreed{qualifiers} not to discuss the following elements{basis}"
    ),
    Outcome.REJECTED: gettext_lazy(
        "The Group agreed{qualifiers} that the following elements should not be considered{basis}"
    ),
}
"""The patterns of a group that has none of its own."""

ON_THAT_BASIS = {
    Basis.CONSENSUS: gettext_lazy("by consensus"),
    Basis.NON_OBJECTION: gettext_lazy("on a non-objection basis"),
    Basis.ROUGH_CONSENSUS: gettext_lazy("by rough consensus"),
    Basis.VOTE: gettext_lazy("by a vote"),
    Basis.CHAIRS_RULING: gettext_lazy("by a ruling of the chair"),
    Basis.SILENCE: gettext_lazy("by silence procedure"),
}


def sentence_for(
    group: WorkingGroup,
    outcome: str,
    *,
    basis: str = Basis.NOT_STATED,
    heading: Heading | None = None,
    qualifiers: Sequence[Qualifier] = (),
) -> str:
    """The sentence of such a decision, in the group's manner.

    A place that has nothing to say disappears, with the commas and the space around it.
    """
    usual = str(USUAL[Outcome(outcome)])
    pattern = getattr(group, f"sentence_{outcome.replace('-', '_')}")
    words = ON_THAT_BASIS.get(Basis(basis))
    phrases = [qualifier.phrase for qualifier in qualifiers]
    said = gettext(" and ").join(part for part in [", ".join(phrases[:-1]), *phrases[-1:]] if part)
    places = {
        "qualifiers": f", {said}," if said else "",
        "heading": heading.name if heading else gettext("elements"),
        "basis": f" {words}" if words else "",
    }
    try:
        written: str = (pattern or usual).format(**places)
    except (ValueError, LookupError, AttributeError):
        # Written past the forms, which refuse such a pattern. The room does not wait for that.
        written = usual.format(**places)
    return written.removesuffix(",")
