"""Acts that issue texts from the record."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from uuid import UUID

from django.utils.translation import gettext as _

from deliberations.models import Document, Issue, Meeting, Style, User, WorkingGroup
from deliberations.operations.acts import act
from deliberations.operations.refusals import IntentionTaken, Refused

type Parts = list[list[str]]
"""[[kind, text, reference of the decision or ""], …]"""


@dataclass(frozen=True)
class Written:
    """A text as it is to be issued, and its files.

    document: whose words it has beside those of the acts. style: in which the DOCX is made.
    """

    title: str
    dated: date | None
    language: str
    document: Document | None
    parts: Parts
    text: str
    docx: bytes
    pdf: bytes
    style: Style | None = None


def issue_document(
    *,
    group: WorkingGroup,
    meeting: Meeting | None,
    written: Written,
    still: Callable[[], Parts],
    intention: UUID,
    by: User,
) -> Issue:
    """Freeze a text: the synthesis of the meeting, or without one the report of the group.

    still: the parts as the record tells them now. The files were written before the group is held,
    so that nobody's decision waits for them; what changed meanwhile is not issued.
    """
    with act("issue_document", by=by, group=group):
        earlier = Issue.objects.without_files().filter(intention=intention).first()
        if earlier is not None:
            if (earlier.group_id, earlier.meeting_id) != (group.pk, meeting and meeting.pk):
                raise IntentionTaken(
                    _("This form was sent before and issued another document. Open it anew.")
                )
            return earlier
        if still() != written.parts:
            raise Refused(_("The record changed just now. Read the text again, then issue it."))
        refuse_unless_new(group, meeting, written)
        return entered(group, meeting, written, intention, by)


def take_over_issue(
    *, group: WorkingGroup, meeting: Meeting | None, written: Written, intention: UUID, by: User
) -> Issue:
    """Enter a text that was issued from the record before it came into this installation.

    It is as it was, and is not judged by what the record tells here and now.
    """
    with act("take_over_issue", by=by, group=group):
        return entered(group, meeting, written, intention, by)


def entered(
    group: WorkingGroup, meeting: Meeting | None, written: Written, intention: UUID, by: User
) -> Issue:
    return Issue.objects.create(
        group=group,
        meeting=meeting,
        document=written.document,
        style=written.style,
        title=written.title,
        dated=written.dated,
        language=written.language,
        parts=written.parts,
        text=written.text,
        docx=written.docx,
        pdf=written.pdf,
        intention=intention,
        recorded_by=by,
    )


def refuse_unless_new(group: WorkingGroup, meeting: Meeting | None, written: Written) -> None:
    issues = Issue.objects.filter(group=group, meeting=meeting, language=written.language)
    last = issues.without_files().order_by("number").last()
    if last is not None and last.parts == written.parts:
        raise Refused(
            _("Document %(number)d says the same, word for word. Nothing new was issued.")
            % {"number": last.number}
        )
