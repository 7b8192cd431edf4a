"""What comes from the floor while something is composed: a new element, a statement."""

from datetime import datetime
from typing import Any

from django.http import HttpRequest, QueryDict
from django.utils.functional import cached_property
from django.utils.translation import gettext as _

from deliberations.forms.fields import sent
from deliberations.forms.floor import FloorForm, FromTheFloor, SaidForm
from deliberations.models import Contributor, Decision, Element, Meeting, User
from deliberations.operations import NOW, Proposer, Refused, make_statement, propose_element
from deliberations.views.acts import refuse
from deliberations.views.composing import Composed, when


class ComposedOnTheFloor(Composed):
    """What is composed, beside what comes from the floor."""

    def __init__(self, request: HttpRequest, meeting: Meeting, by: User) -> None:
        super().__init__(request, meeting, by)
        self.floor: FloorForm | None = None
        self.statement: SaidForm | None = None

    def ask_the_floor(self) -> None:
        """Offer what comes from the floor, and lead to it: it stands below the rest."""
        self.from_the_floor()
        if self.floor is not None:
            self.floor.fields["text"].widget.attrs["data-focus"] = True

    def from_the_floor(self) -> None:
        self.floor, self.statement = self.new(FloorForm), self.new(SaidForm)

    def new[Form: FromTheFloor](self, form: type[Form], data: QueryDict | None = None) -> Form:
        return form(data, group=self.meeting.group, contributors=self.contributors, reader=self.by)

    @cached_property
    def contributors(self) -> list[Contributor]:
        """Asked for once for both forms."""
        group = self.meeting.group
        return list(Contributor.objects.visible_to(self.by).filter(group=group).by_name())

    def enter_element(self) -> None:
        """A new element from the floor; it is chosen at once."""
        self.from_the_floor()
        self.floor = self.new(FloorForm, sent(self.form))
        if not self.floor.is_valid():
            self.status = 422
            return
        try:
            element = propose_element(
                group=self.meeting.group,
                question=self.floor.cleaned_data["question"],
                text=self.floor.cleaned_data["text"],
                proposers=(Proposer(contributor=self.floor.cleaned_data["contributor"]),),
                by=self.by,
                **self.moment(),
            )
        except Refused as refusal:
            self.status = refuse(self.floor, refusal)
            return
        element.refresh_from_db(fields=["number"])
        self.floor = self.new(FloorForm)
        chosen = sent(self.form).getlist("elements")
        # What one enters oneself, one has seen.
        seen = str(self.last_place()) if self.all_was_seen_but(element) else None
        self.hold(
            {"elements": [*chosen, str(element.number)], **({"seen": [seen]} if seen else {})}
        )
        self.said["entered"] = _("%(element)s is entered.") % {"element": element}

    def enter_statement(self) -> None:
        """A statement from the floor, on an element or on a decision of the meeting."""
        self.from_the_floor()
        self.statement = self.new(SaidForm, sent(self.form))
        if not self.statement.is_valid():
            self.status = 422
            return
        on = self.statement.cleaned_data["on"]
        try:
            make_statement(
                element=on if isinstance(on, Element) else None,
                decision=on if isinstance(on, Decision) else None,
                contributor=self.statement.cleaned_data["contributor"],
                kind=self.statement.cleaned_data["kind"],
                text=self.statement.cleaned_data["text"],
                by=self.by,
                **self.moment(),
            )
        except Refused as refusal:
            self.status = refuse(self.statement, refusal)
            return
        self.statement = self.new(SaidForm)
        self.said["entered"] = _("The statement on %(thing)s is entered.") % {"thing": on}

    def moment(self) -> dict[str, Any]:
        """When what comes from the floor happened: now, or at this meeting."""
        if when(self.meeting) != NOW:
            return {"meeting": self.meeting, "happened_at": None, "known_to": "meeting"}
        now = datetime.now(tz=self.meeting.zone).replace(second=0, microsecond=0)
        return {"meeting": self.meeting, "happened_at": now, "known_to": "minute"}
