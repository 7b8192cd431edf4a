"""The house style of a group: take it along, change it in Word, bring it back."""

from typing import TYPE_CHECKING

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import gettext as _

from deliberations.forms.styles import StyleForm
from deliberations.imports.files import kind_of
from deliberations.imports.unreadable import Unreadable
from deliberations.models import Style
from deliberations.operations import Refused, adopt_style
from deliberations.papers.styles import MARKS, Unfit, refuse_too_large, try_out
from deliberations.papers.word import style_built_in
from deliberations.readings.styles import styles_seen
from deliberations.views.acts import act_page, sent_with
from deliberations.views.answers import gone_to
from deliberations.views.finding import NotThere, actor, find_group
from deliberations.views.papers import docx_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def style_detail(request: HttpRequest, group: str) -> HttpResponse:
    """What the style is, and another one brought in its place; it is tried out before."""
    working_group = find_group(request, group)
    by = actor(request, "adopt_style", working_group)
    form = StyleForm(sent_with(request), request.FILES or None)
    styles = styles_seen(by, working_group)

    def act() -> str:
        name, content = tried(form.cleaned_data["file"])
        adopt_style(group=working_group, name=name, content=content, by=by)
        return where_read(group)

    return act_page(
        request,
        form,
        act,
        {
            "group": working_group,
            "styles": styles,
            "marks": MARKS,
            "done": _("The style fits, and is in force from now on."),
        },
        template="styles/detail.html",
        fragments=("bring",),
    )


def tried(file: "UploadedFile[bytes]") -> tuple[str, bytes]:
    """The name and the content of a style that was tried out; Unfit if it does not fit."""
    name = "".join(letter for letter in str(file.name) if letter.isprintable())[-200:]
    refuse_too_large(file.size or 0)
    try:
        kind = kind_of(name)
    except Unreadable as unreadable:
        kind = unreadable.why
    if kind != "docx":
        raise Unfit([_("Bring a Word file that ends in .docx, without macros.")])
    content = file.read()
    try_out(content)
    return name, content


def style_back(request: HttpRequest, group: str) -> HttpResponse:
    """Go back to the built-in style."""
    working_group = find_group(request, group)
    by = actor(request, "adopt_style", working_group)
    try:
        adopt_style(group=working_group, name="", content=b"", by=by)
    except Refused as refusal:
        messages.error(request, str(refusal))
    else:
        messages.success(request, _("The built-in style is in force from now on."))
    return gone_to(request, where_read(group))


def where_read(group: str) -> str:
    return reverse("style_detail", kwargs={"group": group})


def style_built(request: HttpRequest, group: str) -> HttpResponse:
    """The built-in style, as a file to start from."""
    actor(request, "adopt_style", find_group(request, group))

    return docx_file(style_built_in(), f"{group}-style")


def style_docx(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """A style of the group's own, as it was brought."""
    working_group = find_group(request, group)
    by = actor(request, "adopt_style", working_group)
    style = Style.objects.visible_to(by).filter(group=working_group, number=number).first()
    if style is None or style.is_built_in:
        raise NotThere(_("The group has no style %(number)d of its own.") % {"number": number})

    return docx_file(bytes(style.content), f"{group}-style-{number}")
