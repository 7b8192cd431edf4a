"""The groups of the installation, and the record of one."""

from itertools import zip_longest
from operator import itemgetter
from typing import Any

from django.core.exceptions import BadRequest
from django.db.models import Count
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from deliberations.data import (
    decision_data,
    group_data,
    iso,
    meeting_data,
    moment_data,
    question_data,
    standing_data,
)
from deliberations.models import DECIDED, Meeting, WorkingGroup
from deliberations.readings.comparing import Comparison, comparison_of, rows
from deliberations.readings.drawing import flow_drawn
from deliberations.readings.groups import ORDER, Board, board_of
from deliberations.readings.moments import Moment
from deliberations.readings.pictures import Pictures, pictures_of
from deliberations.views.answers import answer
from deliberations.views.finding import NotThere, find_group
from deliberations.views.parameters import moment_asked, page_number
from deliberations.views.tables import Table, table_answer


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


def group_pictures(request: HttpRequest, group: str) -> HttpResponse:
    """The record in pictures, each with its table: the flow of the elements, what each meeting
    disposed of, what became of what each contributor proposed."""
    working_group = find_group(request, group)
    moment = moment_asked(request, working_group)
    pictures = pictures_of(working_group, moment, reader=request.user)
    flow = pictures.flow
    drawing = flow_drawn(
        [stage.column for stage in flow.stages], flow.links, mirrored=get_language_bidi()
    )

    return answer(
        request,
        "groups/pictures.html",
        {
            "group": working_group,
            "moment": moment,
            "pictures": pictures,
            "drawing": drawing,
            "boxes": [
                (box, flow.stages[box.column].query_of(box.node.key)) for box in drawing.boxes
            ],
            "statuses": ORDER,
            "outcomes": [status for status in ORDER if status in DECIDED],
        },
        data=lambda: pictures_data(working_group, pictures, moment),
    )


def pictures_data(group: WorkingGroup, pictures: Pictures, moment: Moment) -> dict[str, Any]:
    return {
        "group": group_data(group),
        **moment_data(moment),
        "flow": {
            "stages": [
                {"title": stage.title, "elements": stage.numbers} for stage in pictures.flow.stages
            ],
            "moves": [
                {
                    "from": move.before.title,
                    "to": move.after.title,
                    "from_status": move.source,
                    "to_status": move.target,
                    "elements": move.number,
                }
                for move in pictures.flow.moves
            ],
        },
        "meetings": [
            {"meeting": row.thing.number, "by_status": row.numbers} for row in pictures.meetings
        ],
        "contributors": [
            {"contributor": row.thing.slug, "by_status": row.numbers}
            for row in pictures.contributors
        ],
    }


def group_compare(request: HttpRequest, group: str) -> HttpResponse:
    """What is different between two moments: `from`, `known_from`; `to`, `known_to` (today)."""
    working_group = find_group(request, group)
    before, after = moments_compared(request, working_group)
    comparison = None
    if before.is_past:
        comparison = comparison_of(
            working_group, before, after, reader=request.user, page=page_number(request)
        )
        if comparison.page > comparison.pages:
            raise NotThere(
                _("There is no page %(page)d of this comparison.") % {"page": comparison.page}
            )
    meetings = (
        Meeting.objects.visible_to(request.user).filter(group=working_group).order_by("number")
    )

    return answer(
        request,
        "groups/compare.html",
        {
            "group": working_group,
            "before": before,
            "after": after,
            "comparison": comparison,
            "meetings": meetings,
            "steps": lambda: zip_longest(meetings, meetings[1:]),
        },
        data=lambda: comparison_data(working_group, before, after, comparison),
    )


def moments_compared(request: HttpRequest, group: WorkingGroup) -> tuple[Moment, Moment]:
    return (
        moment_asked(request, group, at="from", known="known_from"),
        moment_asked(request, group, at="to", known="known_to"),
    )


def comparison_data(
    group: WorkingGroup, before: Moment, after: Moment, comparison: Comparison | None
) -> dict[str, Any]:
    """from, to: None for today. Without a moment to compare from, nothing more."""
    told = {
        "group": group_data(group),
        "from": moment_data(before).get("as_of"),
        "to": moment_data(after).get("as_of"),
    }
    if comparison is None:
        return told
    return {
        **told,
        "page": comparison.page,
        "pages": comparison.pages,
        "counts": comparison.counts,
        "reworded": comparison.reworded,
        "changes": list(rows(comparison.changes, comparison.corrections)),
        "corrections": [
            {
                "decision": correction.decision.reference,
                "kind": correction.kind,
                "by": correction.by_decision.reference if correction.by_decision else None,
                "reason": correction.reason,
                "recorded_at": iso(correction.recorded_at),
            }
            for correction in comparison.corrections
        ],
    }


def group_compare_table(request: HttpRequest, group: str, end: str) -> HttpResponseBase:
    """The same as a table: a row for each element."""
    working_group = find_group(request, group)
    before, after = moments_compared(request, working_group)
    if not before.is_past:
        raise BadRequest(_("from: the moment to compare from, please."))
    comparison = comparison_of(working_group, before, after, reader=request.user, page=None)
    found = rows(comparison.changes, comparison.corrections)
    columns = {column: itemgetter(column) for column in COLUMNS}

    return table_answer(Table(f"{group}-compare", columns, found), end)


COLUMNS = (
    "element",
    "change",
    "from_status",
    "to_status",
    "decision",
    "from_wording",
    "to_wording",
    "from_text",
    "to_text",
    "corrected",
)
