"""Documents in: bring one, look at what was understood, record what is right."""

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.core.exceptions import BadRequest
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from deliberations.forms.imports import ImportForm, PassageForm
from deliberations.imports.files import kind_of
from deliberations.imports.limited import MAX_BYTES, Refusal, read_file
from deliberations.imports.unreadable import Unreadable
from deliberations.models import Import, User, WorkingGroup
from deliberations.operations import Refused, import_document, set_passage_aside
from deliberations.readings.import_rows import rows_of
from deliberations.readings.import_words import REMARKS, UNREADABLE
from deliberations.readings.imports import (
    Passage,
    Reading,
    changes_between,
    read_import,
    reading_of,
)
from deliberations.record_file.recording import (
    Chosen,
    QuestionUnsaid,
    keep_own_words,
    record_passage,
)
from deliberations.views.acts import act_page, refuse, sent_with
from deliberations.views.answers import answer, gone_to
from deliberations.views.finding import NotThere, actor, find_group
from deliberations.views.papers import DOCX, taken_along

# Never one that a browser would run: what is no Word file or PDF is bytes.
KINDS = {
    "text": "application/octet-stream",
    "markdown": "application/octet-stream",
    "docx": DOCX,
    "pdf": "application/pdf",
}
AT_ONCE = 30
"""How many passages can be changed on a page: those after them when these are done."""


def import_list(request: HttpRequest, group: str) -> HttpResponse:
    """Bring a document in; those that were."""
    working_group = find_group(request, group)
    by = actor(request, "import_document", working_group)
    form = ImportForm(sent_with(request), request.FILES or None, group=working_group, reader=by)
    imports = (
        Import.objects.visible_to(by)
        .filter(group=working_group)
        .select_related("meeting__group", "brought_by")
        .defer("content", "text")
        .order_by("-pk")
    )
    return act_page(
        request,
        form,
        lambda: address_of(bring(form, by)),
        {
            "group": working_group,
            "imports": imports,
            "done": _("The document is read. Nothing is recorded yet."),
        },
        template="imports/list.html",
    )


def bring(
    form: ImportForm, by: User, progress: Callable[[int, int], None] = lambda done, of: None
) -> Import:
    """Read what was brought and keep it; a file that can't be read is refused, and not kept.

    progress: is told how many pages or paragraphs are read, of how many.
    """
    file, meeting = form.cleaned_data["file"], form.cleaned_data["meeting"]
    name = "".join(letter for letter in file.name if letter.isprintable())[-200:]
    try:
        if file.size > MAX_BYTES:
            raise Refusal("too-large")
        kind, content = kind_of(name), file.read()
        text, remarks = read_file(content, kind, progress)
    except (Unreadable, Refusal) as refusal:
        raise Refused(str(UNREADABLE[refusal.why])) from None
    reading = reading_of(text, kind, meeting, by, [])
    return import_document(
        meeting=meeting,
        name=name,
        kind=kind,
        content=content,
        text=text,
        remarks=remarks,
        passages=[str(passage.key) for passage in reading.passages],
        title=reading.understood.title,
        dated=reading.understood.dated,
        by=by,
    )


def address_of(document: Import, passage: Passage | None = None) -> str:
    address = reverse(
        "import_detail", kwargs={"group": document.group.slug, "number": document.pk}
    )
    return f"{address}#p{passage.disposal.paragraph}" if passage else address


def import_detail(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """The document beside what was understood; sent, a passage is recorded or set aside."""
    working_group = find_group(request, group)
    by = actor(request, "import_document", working_group)
    document = find_import(working_group, number, by)
    reading = read_import(document, by)
    refused: PassageForm | None = None
    status = 200
    if request.method == "POST":
        done = do(request, document, reading, by)
        if isinstance(done, str):
            return gone_to(request, done)
        refused, status = done

    return answer(
        request,
        "imports/detail.html",
        shown(document, reading, by, refused),
        status=status,
    )


def import_original(request: HttpRequest, group: str, number: int) -> HttpResponse:
    """The file as it was brought. No browser opens it here, whatever it holds."""
    working_group = find_group(request, group)
    by = actor(request, "import_document", working_group)
    document = find_import(working_group, number, by)
    response = taken_along(bytes(document.content), KINDS[document.kind])
    response["Content-Disposition"] = content_disposition_header(True, document.name)
    return response


def find_import(group: WorkingGroup, number: int, by: User) -> Import:
    document = (
        Import.objects.visible_to(by)
        .select_related("meeting__group", "group", "source", "brought_by")
        .defer("content")
        .filter(group=group, pk=number)
        .first()
    )
    if document is None:
        raise NotThere(_("No document with that number was brought in."))
    return document


def do(
    request: HttpRequest, document: Import, reading: Reading, by: User
) -> str | tuple[PassageForm | None, int]:
    """Do what was sent and say where to go; or the form that was refused, and the status."""
    what = request.POST.get("do", "")
    key = request.POST.get("passage", "")
    passage = next((p for p in reading.passages if str(p.key) == key), None)
    if what == "certain":
        return record_certain(request, document, reading, by)
    if passage is None or what not in ("record", "aside", "back"):
        raise BadRequest(_("The document has no such passage, or that is not done with one."))
    if what != "record":
        set_passage_aside(document=document, passage=key, aside=what == "aside", by=by)
        return address_of(document, passage)
    form = PassageForm(request.POST, passage=passage, reading=reading)
    if not form.is_valid():
        return form, 422
    try:
        decision = record_passage(
            document=document, passage=passage, chosen=chosen_with(form), by=by
        )
        keep_own_words(document, reading, by)
    except QuestionUnsaid as refusal:
        form.add_error("question", str(refusal))
        return form, 422
    except Refused as refusal:
        return form, refuse(form, refusal)
    said = _("Recorded as %(decision)s.") % {"decision": decision} if decision else _("Withdrawn.")
    messages.success(request, said)
    return address_of(document, passage)


def chosen_with(form: PassageForm) -> Chosen:
    cleaned = form.cleaned_data
    return Chosen(
        outcome=cleaned["outcome"],
        sentence=cleaned["sentence"],
        elements=form.elements(),
        question=form.answered,
        basis=cleaned["basis"],
        heading=form.under,
        qualifiers=cleaned["qualifiers"],
        reconsiders=cleaned["reconsiders"],
    )


def record_certain(
    request: HttpRequest, document: Import, reading: Reading, by: User
) -> str | tuple[None, int]:
    """Record one after the other what leaves nothing to choose, up to the first refusal."""
    done = 0
    try:
        for passage in reading.certain:
            chosen = Chosen.as_read(passage)
            record_passage(document=document, passage=passage, chosen=chosen, by=by)
            done += 1
        if done:
            keep_own_words(document, reading, by)
    except Refused as refusal:
        messages.error(request, str(refusal))
        if not done:
            return None, 422
    messages.success(
        request,
        ngettext("%(count)d passage is recorded.", "%(count)d passages are recorded.", done)
        % {"count": done},
    )
    return address_of(document)


def shown(
    document: Import, reading: Reading, by: User, refused: PassageForm | None
) -> dict[str, Any]:
    """What the page shows. refused: the form that comes back as it was filled in."""
    opened = [passage for passage in reading.passages if passage.is_open]
    forms = {
        passage.key: PassageForm(passage=passage, reading=reading) for passage in opened[:AT_ONCE]
    }
    if refused is not None:
        forms[refused.of.key] = refused
    earlier = (
        Import.objects.visible_to(by)
        .filter(meeting=document.meeting, pk__lt=document.pk)
        .only("pk", "name", "text")
        .order_by("-pk")
        .first()
    )
    lost, gained = changes_between(earlier.text, document.text) if earlier else ([], [])
    return {
        "has_data": False,
        "group": document.group,
        "meeting": document.meeting,
        "document": document,
        "reading": reading,
        "rows": [
            (row, forms.get(row.passage.key) if row.passage else None) for row in rows_of(reading)
        ],
        "form": refused,
        "open_count": len(opened),
        "remarks": [REMARKS[remark.partition(":")[0]] for remark in document.remarks],
        "earlier": earlier,
        "lost": lost,
        "gained": gained,
    }
