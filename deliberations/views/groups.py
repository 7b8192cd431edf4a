"""The groups of the installation, and the record of one."""

from django.db.models import Count
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils.translation import gettext as _

from deliberations.data import (
    decision_data,
    group_data,
    meeting_data,
    moment_data,
    question_data,
    standing_data,
)
from deliberations.models import Meeting, WorkingGroup
from deliberations.readings.groups import Board, board_of
from deliberations.readings.moments import Moment
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_group
from deliberations.views.parameters import moment_asked, page_number


def home(request: HttpRequest) -> HttpResponse:
    """The groups; with one group, its record."""
    groups = list(WorkingGroup.objects.visible_to(request.user)[:2])
    if len(groups) == 1:
        return redirect("record", group=groups[0].slug)
    return redirect("group_list")


def group_list(request: HttpRequest) -> HttpResponse:
    groups = WorkingGroup.objects.visible_to(request.user).annotate(
        meeting_count=Count("meetings", distinct=True)
    )

    return answer(
        request,
        "groups/list.html",
        {"groups": groups},
        data=lambda: {"groups": [group_data(group) for group in groups]},
    )


def record(request: HttpRequest, group: str) -> HttpResponse:
    """The elements of a group by what became of them."""
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    page = page_number(request)
    board = board_of(working_group, reader=request.user, page=page, moment=moment)
    if board.page > board.pages:
        raise NotThere(_("There is no page %(page)d of this record.") % {"page": board.page})
    meetings = (
        Meeting.objects.visible_to(request.user).filter(group=working_group).order_by("number")
    )

    return answer(
        request,
        "record.html",
        {"group": working_group, "board": board, "meetings": meetings, "moment": moment},
        data=lambda: record_data(working_group, board, list(meetings), moment),
        fragments=("now",),
    )


def record_data(
    group: WorkingGroup, board: Board, meetings: list[Meeting], moment: Moment
) -> dict[str, object]:
    return {
        "group": group_data(group),
        **moment_data(moment),
        "page": board.page,
        "pages": board.pages,
        "meetings": [meeting_data(meeting, group.slug) for meeting in meetings],
        "questions": [
            {
                **question_data(answers.question),
                "elements": answers.total,
                "by_status": {share.status: share.number for share in answers.shares},
                "rulings": [
                    {
                        "status": ruling.status,
                        "decision": decision_data(ruling.decision, group.slug)
                        if ruling.decision
                        else None,
                        "elements": [standing_data(s, group.slug) for s in ruling.standings],
                    }
                    for ruling in answers.rulings
                ],
            }
            for answers in board.answers
        ],
    }
