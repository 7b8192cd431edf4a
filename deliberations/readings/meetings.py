"""What a meeting decided, as the record has it at a moment."""

from django.db.models import Prefetch

from deliberations import permissions
from deliberations.models import Correction, Decision, DecisionQualifier, Disposition, Meeting
from deliberations.readings.moments import NOW, Moment, acts_at, known_at


def decisions_of(
    meeting: Meeting, reader: permissions.Person, moment: Moment = NOW
) -> list[Decision]:
    """The decisions of a meeting in their order, with elements, qualifiers and corrections.

    At a past moment, those of then with what was known of them.
    """
    corrections = (
        Correction.objects.visible_to(reader)
        .filter(known_at(moment))
        .select_related("by_decision__meeting")
    )
    dispositions = (
        Disposition.objects.visible_to(reader)
        .select_related("element", "wording")
        .order_by("position")
    )
    return list(
        Decision.objects.visible_to(reader)
        .filter(acts_at(moment), meeting=meeting)
        .select_related("meeting", "heading", "source", "replaces__meeting")
        .prefetch_related(
            DecisionQualifier.with_phrases(),
            Prefetch("dispositions", dispositions),
        )
        .prefetch_related(Prefetch("corrections", corrections))
        .order_by("number")
    )
