"""The shape of an agenda as it is being arranged."""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations import permissions
from deliberations.forms.fields import (
    NUMBER,
    ElementByNumber,
    HiddenList,
    PlainForm,
    TextField,
    offer,
    readable,
    sent,
)
from deliberations.models import AgendaItem, Element, Meeting, Question

# An item that is there, by its id; or a new one, "q3:" or "e41:" or ":", each with its title.
ITEM = re.compile("([1-9][0-9]{0,17})|(?:q([1-9][0-9]{0,8})|e([1-9][0-9]{0,8}))?:(.{0,300})")

ADDING = ("question", "element", "title")


class AgendaForm(PlainForm):
    """An agenda as it is being arranged; nothing of it is kept until it is recorded.

    items: what stands on it, in order. seen: the ids of the items that the person had before them.
    """

    seen = HiddenList()
    items = HiddenList()
    question = forms.ModelChoiceField(
        Question.objects.none(),
        label=gettext_lazy("Question"),
        to_field_name="number",
        required=False,
        empty_label=gettext_lazy("none"),
    )
    element = ElementByNumber(
        Element.objects.none(),
        label=gettext_lazy("Or an element, by its number"),
        to_field_name="number",
        required=False,
        error_messages={
            "invalid_choice": gettext_lazy("The group has no element of that number.")
        },
    )
    title = TextField(label=gettext_lazy("Title"), required=False, max_length=300)

    def __init__(self, *args: Any, meeting: Meeting, reader: permissions.Person, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.meeting = meeting
        self.questions = Question.objects.visible_to(reader).filter(group=meeting.group)
        self.elements = Element.objects.visible_to(reader).filter(group=meeting.group)
        offer(self, "question", self.questions.order_by("number"))
        offer(self, "element", self.elements)
        there = AgendaItem.objects.visible_to(reader).filter(meeting=meeting)
        self.there = {
            item.pk: item
            for item in there.select_related("question", "element").order_by("position")
        }
        self.items_seen = set(self.there)
        self.arranged = list(self.there.values())
        self.added_by_others: list[AgendaItem] = []

    def clean(self) -> dict[str, Any]:
        """Leaves `arranged`: the items in their order, new ones unsaved."""
        cleaned = super().clean() or self.cleaned_data
        self.items_seen = {
            int(value) for value in cleaned["seen"] if re.fullmatch("[0-9]{1,18}", value)
        }
        self.arranged = self.understood(cleaned["items"])
        if self.wants_one_more and not self.errors:
            self.add_one_more(cleaned)
        elif self.does == "add" and not self.errors:
            self.add_error("question", _("Choose a question, or give an element or a title."))
        return cleaned

    @property
    def wants_one_more(self) -> bool:
        """Whether an item is to be added. What is filled in for one is not lost on recording."""
        filled = any(sent(self).get(name, "").strip() for name in ADDING)
        return filled and self.does in ("add", "record")

    @property
    def does(self) -> str:
        """What the button says that was pressed: add, record, up:2, down:2 or remove:2."""
        return sent(self).get("do", "")

    def understood(self, values: list[str]) -> list[AgendaItem]:
        """The items that these values are; of what is none it is said."""
        read = [found for value in values if (found := self.item_read(value))]
        numbers = [{int(f[place]) for f in read if f[place]} for place in (2, 3)]
        questions = {q.number: q for q in self.questions.filter(number__in=numbers[0])}
        elements = {e.number: e for e in self.elements.filter(number__in=numbers[1])}
        items: list[AgendaItem] = []
        for found in read:
            pk, question, element, title = found.groups()
            if pk and (item := self.there.get(int(pk))):
                if item not in items:
                    items.append(item)
            elif pk and int(pk) not in self.items_seen:
                self.add_error(None, _("The agenda has no such item."))
            elif question and int(question) not in questions:
                self.add_error(
                    None, _("The group has no question %(number)s.") % {"number": question}
                )
            elif element and int(element) not in elements:
                self.add_error(
                    None, _("The group has no element E%(number)s.") % {"number": element}
                )
            elif not pk:
                items.append(
                    AgendaItem(
                        question=questions[int(question)] if question else None,
                        element=elements[int(element)] if element else None,
                        title=title,
                    )
                )
        return items

    def item_read(self, value: str) -> "re.Match[str] | None":
        found = ITEM.fullmatch(value)
        try:
            readable(value)
        except ValidationError as error:
            self.add_error(None, error)
            return None
        if found is None or value.strip() == ":":
            self.add_error(None, _("That is no item of an agenda."))
            return None
        return found

    def add_one_more(self, cleaned: dict[str, Any]) -> None:
        question, element = cleaned["question"], cleaned["element"]
        if question and element:
            self.add_error("element", _("Give a question or an element, not both at once."))
        else:
            title = " ".join(cleaned["title"].split())
            self.arranged.append(AgendaItem(question=question, element=element, title=title))

    def step(self) -> tuple[int, str]:
        """Do what the button says with what is arranged: (the place of the item, what was done).

        (0, "") where there is nothing to do.
        """
        if self.does == "add":
            return (len(self.arranged), "add") if self.wants_one_more else (0, "")
        what, _colon, number = self.does.partition(":")
        place = int(number) if NUMBER.fullmatch(number) else 0
        if not 1 <= place <= len(self.arranged) or what not in ("up", "down", "remove"):
            return 0, ""
        item = self.arranged.pop(place - 1)
        if what == "remove":
            return min(place, len(self.arranged)), what
        to = max(place - 1, 1) if what == "up" else min(place + 1, len(self.arranged) + 1)
        self.arranged.insert(to - 1, item)
        return to, what

    def arranged_after(self, before: "AgendaForm") -> "AgendaForm":
        """This fresh form, with what was arranged by the one before, ready for the next item."""
        self.arranged, self.items_seen = before.arranged, before.items_seen
        if before.does == "add":
            used = next(name for name in ADDING if before.cleaned_data[name])
            self.fields[used].widget.attrs |= {"data-focus": True, "aria-describedby": "said"}
        return self

    def see_anew(self) -> None:
        """Take up what somebody else added and removed, which the person is shown now."""
        self.added_by_others = [
            item for pk, item in self.there.items() if pk not in self.items_seen
        ]
        self.arranged += self.added_by_others
        self.items_seen = set(self.there)

    @property
    def is_changed(self) -> bool:
        return [item.pk for item in self.arranged] != list(self.there)


def value_of(item: AgendaItem) -> str:
    """How an item stands in the form."""
    if item.pk:
        return str(item.pk)
    question = f"q{item.question.number}" if item.question else ""
    element = f"e{item.element.number}" if item.element else ""
    return f"{element or question}:{item.title}"
