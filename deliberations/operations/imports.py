"""Acts on documents brought in: keep one, set a passage of it aside."""

from collections.abc import Collection
from datetime import date
from hashlib import sha256

from django.utils.translation import gettext as _

from deliberations.models import Import, Meeting, Source, User
from deliberations.operations.acts import act


def import_document(
    *,
    meeting: Meeting,
    name: str,
    kind: str,
    content: bytes,
    text: str,
    by: User,
    passages: Collection[str] = (),
    remarks: Collection[str] = (),
    set_aside: Collection[str] = (),
    source: Source | None = None,
    title: str = "",
    dated: date | None = None,
) -> Import:
    """Keep a file about what the meeting decided, with its text as it was read.

    The same file again is the import that it was. title: what the paper calls itself. It becomes a
    source, which everybody sees, only where the meeting is published; source: it is one already.
    """
    with act("import_document", by=by, group=meeting.group):
        checksum = sha256(content).hexdigest()
        there = Import.objects.filter(meeting=meeting, sha256=checksum).first()
        if there is not None:
            return there
        found = Import(
            group=meeting.group,
            meeting=meeting,
            name=name,
            kind=kind,
            sha256=checksum,
            content=content,
            text=text,
            passages=list(passages),
            remarks=sorted(remarks),
            set_aside=list(set_aside),
            source=source,
            brought_by=by,
        )
        if source is None and meeting.published_at:
            found.source = Source.objects.create(
                group=meeting.group,
                key=f"import-{meeting.number}-{checksum[:12]}",
                title=title[:300] or _("Paper on meeting %(number)d") % {"number": meeting.number},
                dated=dated,
            )
        found.save()
        return found


def set_passage_aside(*, document: Import, passage: str, aside: bool, by: User) -> Import:
    """Refuse what was read from a passage of the document, or take it up again.

    passage: its key, as readings.imports gives it.
    """
    with act("set_passage_aside", by=by, group=document.group):
        document = Import.objects.select_for_update(of=("self",)).get(pk=document.pk)
        kept = [key for key in document.set_aside if key != passage]
        document.set_aside = [*kept, passage] if aside else kept
        document.save(update_fields=["set_aside"])
        return document
