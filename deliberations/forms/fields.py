"""Fields that several forms share."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from datetime import date, datetime, time
from typing import TYPE_CHECKING, Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models import QuerySet
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from deliberations.models import Element, KnownTo, Meeting
from deliberations.operations import NOW

# They turn the reading direction of what follows, so that a text reads as something it is not.
TURNING = frozenset("\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069")
# Letters and signs by their category that show nothing: Hangul fillers, the empty Braille cell.
BLANK = frozenset("\u115f\u1160\u3164\uffa0\u2800")
# What Django reads in place of bytes that are no text: the text is no longer as it was sent.
UNREAD = "\ufffd"
LONGEST = 10_000


def readable(value: str) -> None:
    """Refuse what no text of the record holds. Nothing is altered silently."""
    if UNREAD in value or any(unicodedata.category(c) == "Cs" for c in value):
        raise ValidationError(_("The text holds half a character. Type it again there."))
    if TURNING & set(value):
        raise ValidationError(
            _("The text holds an invisible mark that turns the reading direction. Remove it.")
        )
    if any(unicodedata.category(c) == "Cc" and c not in "\n\r\t" for c in value):
        raise ValidationError(_("The text holds a control character. Remove it."))
    if value.strip() and not any(
        unicodedata.category(c)[0] in "LNPS" and c not in BLANK for c in value
    ):
        raise ValidationError(_("The text holds nothing that can be read."))


class TextField(forms.CharField):
    """A text as typed: line ends made one kind, nothing else changed."""

    default_validators = [readable]

    def __init__(self, *, rows: int = 1, max_length: int = LONGEST, **kwargs: Any) -> None:
        if rows > 1:
            kwargs.setdefault("widget", forms.Textarea(attrs={"rows": rows}))
        super().__init__(max_length=max_length, **kwargs)

    def to_python(self, value: Any) -> str:
        text = super().to_python(value) or ""
        return text.replace("\r\n", "\n").replace("\r", "\n")


def offer(form: forms.Form, name: str, things: "QuerySet[Any]") -> None:
    """Let a field of the form choose from these things."""
    field = form.fields[name]
    if not isinstance(field, forms.ModelChoiceField):
        raise TypeError(name)
    if isinstance(field, ChoiceOfFew):
        field.offer(things)
    else:
        field.queryset = things


def offer_choices(form: forms.Form, name: str, choices: Iterable[tuple[Any, Any]]) -> None:
    """Let a field of the form choose from these values."""
    field = form.fields[name]
    if not isinstance(field, forms.ChoiceField):
        raise TypeError(name)
    field.choices = list(choices)


def sent(form: forms.Form) -> QueryDict:
    """What a bound form was sent, as it was sent."""
    if not isinstance(form.data, QueryDict):
        raise TypeError(form)
    return form.data


WHEN = [
    (NOW, gettext_lazy("now")),
    (KnownTo.MINUTE.value, gettext_lazy("at a moment known to the minute")),
    (KnownTo.DAY.value, gettext_lazy("on a day")),
    (KnownTo.MEETING.value, gettext_lazy("during the meeting")),
    (KnownTo.UNKNOWN.value, gettext_lazy("not known")),
]


# No moment of a record lies outside; the first and the last years there are can't be told in UTC.
FIRST_DAY = date(1900, 1, 1)
LAST_DAY = date(2199, 12, 31)


class PlainForm(forms.Form):
    """A form whose labels are words alone."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})


class MomentForm(PlainForm):
    """When an act happened, and how exactly that is known."""

    known_to = forms.ChoiceField(
        label=gettext_lazy("When"),
        choices=WHEN,
        initial=NOW,
    )
    day = forms.DateField(
        label=gettext_lazy("Day"),
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}),
        validators=[
            MinValueValidator(FIRST_DAY, gettext_lazy("That is before there were such groups.")),
            MaxValueValidator(LAST_DAY, gettext_lazy("That is too far ahead.")),
        ],
    )
    time_of_day = forms.TimeField(
        label=gettext_lazy("Time"), required=False, widget=forms.TimeInput(attrs={"type": "time"})
    )

    zone: ZoneInfo

    def clean(self) -> dict[str, Any]:
        """Leaves `moment`: {"happened_at": UTC or None, "known_to": KnownTo}."""
        cleaned = super().clean() or self.cleaned_data
        known_to, day = cleaned.get("known_to"), cleaned.get("day")
        if known_to in (KnownTo.MINUTE, KnownTo.DAY) and not day:
            self.ask_for("day", _("Give the day, or choose another “when”."))
            return cleaned
        if known_to == KnownTo.MINUTE and not cleaned.get("time_of_day"):
            self.ask_for("time_of_day", _("Give the time, or choose “on a day”."))
            return cleaned
        cleaned["moment"] = {"happened_at": self.moment(cleaned), "known_to": known_to}
        if known_to == NOW:
            cleaned["moment"] = {
                "happened_at": datetime.now(tz=self.zone).replace(second=0, microsecond=0),
                "known_to": KnownTo.MINUTE,
            }
        return cleaned

    def ask_for(self, name: str, sentence: str) -> None:
        """Say that it is needed, unless it is there and wrong."""
        if name not in self.errors:
            self.add_error(name, sentence)

    def moment(self, cleaned: dict[str, Any]) -> datetime | None:
        if cleaned.get("known_to") not in (KnownTo.MINUTE, KnownTo.DAY):
            return None
        at = time.min if cleaned["known_to"] == KnownTo.DAY else cleaned["time_of_day"]
        moment = datetime.combine(cleaned["day"], at, tzinfo=self.zone)
        if moment.replace(fold=1).utcoffset() != moment.utcoffset():
            self.add_error(
                "time_of_day",
                _("The clocks change then, and that time is there twice or not at all."),
            )
        return moment


if TYPE_CHECKING:
    MeetingField = forms.ModelChoiceField[Meeting]
    ElementField = forms.ModelChoiceField[Element]
    ThingField = forms.ModelChoiceField[Any]
else:
    MeetingField = ElementField = ThingField = forms.ModelChoiceField


class ChoiceOfFew(ThingField):
    """One of a few things that the page lists anyway: what is chosen is not asked for again."""

    things: Sequence[Any] = ()

    def offer(self, things: "QuerySet[Any]") -> None:
        self.things = list(things)
        named = [(self.name_of(thing), self.label_from_instance(thing)) for thing in self.things]
        self.choices = [("", self.empty_label or ""), *named]

    def name_of(self, thing: Any) -> str:
        return str(getattr(thing, self.to_field_name or "pk"))

    def to_python(self, value: Any) -> Any:
        if value in self.empty_values:
            return None
        for thing in self.things:
            if self.name_of(thing) == str(value):
                return thing
        raise ValidationError(self.error_messages["invalid_choice"], code="invalid_choice")


class MeetingChoice(MeetingField):
    """A meeting of the group, chosen by its number; none for an act outside meetings."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(
            Meeting.objects.none(),
            to_field_name="number",
            required=False,
            label=gettext_lazy("At the meeting"),
            empty_label=gettext_lazy("outside a meeting"),
            **kwargs,
        )


NUMBER = re.compile("[1-9][0-9]{0,8}")


class ElementByNumber(ElementField):
    """An element as it is cited: E41. There may be thousands to choose from."""

    widget = forms.TextInput(attrs={"size": 6, "placeholder": "E41", "autocomplete": "off"})

    def to_python(self, value: Any) -> Element | None:
        number = str(value or "").strip().upper().removeprefix("E")
        if number and not NUMBER.fullmatch(number):
            raise ValidationError(self.error_messages["invalid_choice"])
        return super().to_python(number)

    def prepare_value(self, value: Any) -> Any:
        return value.reference if isinstance(value, Element) else value


class HiddenList(forms.Field):
    """The hidden values of one name, in their order, as they were sent."""

    widget = forms.MultipleHiddenInput

    def __init__(self) -> None:
        super().__init__(required=False)

    def clean(self, value: Any) -> list[str]:
        return list(value or [])
