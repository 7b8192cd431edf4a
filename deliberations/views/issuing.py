"""The button by which the secretariat issues a text."""

from collections.abc import Callable

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations.forms.issues import IssueForm
from deliberations.models import Meeting, WorkingGroup
from deliberations.operations import Refused, issue_document
from deliberations.papers.issuing import frozen, written
from deliberations.readings.texts import Text
from deliberations.views.answers import gone_to
from deliberations.views.finding import actor


def issued(
    request: HttpRequest,
    group: WorkingGroup,
    meeting: Meeting | None,
    *,
    text: Callable[[], Text],
    back: str,
) -> HttpResponse:
    """Freeze the text, and go to the document; where that is refused, back to the page, which says
    why. text: as those read it to whom it is issued.
    """
    by = actor(request, "issue_document", group)
    form = IssueForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Nothing was issued: open the page anew, then issue it."))
        return gone_to(request, back)
    now = text()
    try:
        issue = issue_document(
            group=group,
            meeting=meeting,
            written=written(now, now.document),
            still=lambda: frozen(text()),
            intention=form.cleaned_data["intention"],
            by=by,
        )
    except Refused as refusal:
        messages.error(request, str(refusal))
        return gone_to(request, back)
    messages.success(request, _("Issued as document %(number)d.") % {"number": issue.number})
    return gone_to(
        request, reverse("document_detail", kwargs={"group": group.slug, "number": issue.number})
    )
