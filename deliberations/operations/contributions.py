"""Filing papers."""

from collections.abc import Sequence
from datetime import date

from deliberations.models import (
    Authorship,
    Contribution,
    Contributor,
    Meeting,
    Question,
    Source,
    User,
    WorkingGroup,
)
from deliberations.operations.acts import act


def file_contribution(
    *,
    group: WorkingGroup,
    title: str,
    authors: Sequence[Contributor],
    by: User,
    question: Question | None = None,
    meeting: Meeting | None = None,
    dated: date | None = None,
    url: str = "",
    note: str = "",
    source: Source | None = None,
    reason: str = "",
) -> Contribution:
    """Enter a paper with its authors (none where the source names none)."""
    with act("file_contribution", by=by, group=group, reason=reason):
        contribution = Contribution.objects.create(
            group=group,
            title=title,
            question=question,
            meeting=meeting,
            dated=dated,
            url=url,
            note=note,
            source=source,
        )
        Authorship.objects.bulk_create(
            Authorship(contribution=contribution, contributor=author) for author in authors
        )
        return contribution
