"""Reading a document while its page says how far that is: the same as on the page of documents in,
told line by line as it goes on."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable
from typing import Any

from asgiref.sync import sync_to_async
from django.http import HttpRequest, StreamingHttpResponse
from django.template.loader import render_to_string
from django.utils import translation
from django.utils.translation import gettext as _

from deliberations.forms.imports import ImportForm
from deliberations.models import User, WorkingGroup
from deliberations.operations import Refused
from deliberations.views.acts import refuse
from deliberations.views.finding import actor, find_group
from deliberations.views.imports import address_of, bring

type Line = dict[str, Any]
"""{"says": how far it is} or, last, {"address": where to go} or {"html": the form, refused}."""


def import_read(request: HttpRequest, group: str) -> StreamingHttpResponse:
    working_group = find_group(request, group)
    by = actor(request, "import_document", working_group)
    language = translation.get_language()

    def work(say: Callable[[Line], None]) -> Line:
        with translation.override(language):
            return read(request, working_group, by, say)

    # Uncompressed: a line that waits for others to be compressed with tells nothing.
    return StreamingHttpResponse(
        as_they_come(work),
        headers={
            "Content-Type": "application/x-ndjson",
            "Content-Encoding": "identity",
            "Cache-Control": "no-store",
            "X-Accel-Buffering": "no",
        },
    )


async def as_they_come(work: Callable[[Callable[[Line], None]], Line]) -> AsyncIterator[str]:
    """The lines that the work says while it goes on, in its thread, and the one it ends with."""
    lines: asyncio.Queue[Line | None] = asyncio.Queue()
    loop = asyncio.get_running_loop()

    def say(line: Line | None) -> None:
        loop.call_soon_threadsafe(lines.put_nowait, line)

    def go_on() -> None:
        try:
            say(work(say))
        finally:
            say(None)

    going_on = asyncio.ensure_future(sync_to_async(go_on)())
    while (line := await lines.get()) is not None:
        yield json.dumps(line, ensure_ascii=False) + "\n"
    await going_on


def read(request: HttpRequest, group: WorkingGroup, by: User, say: Callable[[Line], None]) -> Line:
    form = ImportForm(request.POST, request.FILES, group=group, reader=by)
    if form.is_valid():
        try:
            document = bring(form, by, lambda done, of: say({"says": how_far(form, done, of)}))
        except Refused as refusal:
            refuse(form, refusal)
        else:
            return {"address": address_of(document)}
    context = {"group": group, "form": form}
    return {"html": render_to_string("imports/bring.html", context, request)}


def how_far(form: ImportForm, done: int, of: int) -> str:
    if form.cleaned_data["file"].name.lower().endswith(".pdf"):
        return _("Page %(done)d of %(of)d is read.") % {"done": done, "of": of}
    return _("Paragraph %(done)d of %(of)d is read.") % {"done": done, "of": of}
