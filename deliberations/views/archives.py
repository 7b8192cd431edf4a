"""The whole record to take along: what an archive holds, and the archives."""

from tempfile import TemporaryFile
from typing import IO, Any

from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers
from django.utils.translation import gettext as _

from deliberations.archives import pack
from deliberations.archives.tables import bytes_of_files, counted, tables_of
from deliberations.data import group_data
from deliberations.models import WorkingGroup
from deliberations.permissions import Person, serves
from deliberations.views.answers import answer
from deliberations.views.finding import find_group
from deliberations.views.tables import FromDisk

PUBLIC = AnonymousUser()


def archive_detail(request: HttpRequest, group: str) -> HttpResponse:
    """What the archives of the group hold, table by table."""
    working_group = find_group(request, group)
    readers: dict[str, Person] = {"public": PUBLIC}
    if serves(request.user, working_group):
        readers["whole"] = request.user
    archives = {name: held_by(working_group, reader) for name, reader in readers.items()}

    return answer(
        request,
        "archives/detail.html",
        {"group": working_group, "archives": archives},
        data=lambda: {"group": group_data(working_group), "archives": archives},
    )


def held_by(group: WorkingGroup, reader: Person) -> dict[str, Any]:
    """{tables: [{name, title, rows}], bytes: of the files that are no tables}."""
    tables = tables_of(group, reader)
    counts = counted(tables)
    return {
        "tables": [
            {"name": table.name, "title": table.title, "rows": counts[table.name]}
            for table in tables
        ],
        "bytes": bytes_of_files(group, reader),
    }


def archive_public(request: HttpRequest, group: str) -> FromDisk:
    """What everybody may see; the same for whoever asks."""
    return packed(request, find_group(request, group), PUBLIC, "public")


def archive_whole(request: HttpRequest, group: str) -> FromDisk:
    """All that the secretariat sees, for the secretariat."""
    working_group = find_group(request, group)
    if not serves(request.user, working_group):
        raise PermissionDenied(_("Only the secretariat of the group has all of it."))
    return packed(request, working_group, request.user, "whole")


def packed(request: HttpRequest, group: WorkingGroup, reader: Person, name: str) -> FromDisk:
    """Packed on disk before it is sent: a slow reader holds no connection to the database."""
    file: IO[bytes] = TemporaryFile()  # noqa: SIM115 - closed with the answer
    pack(group, reader, file)
    file.seek(0)
    # Nothing is gained by packing it again on its way.
    request.META["HTTP_ACCEPT_ENCODING"] = "identity"
    response = FromDisk(
        file,
        as_attachment=True,
        filename=f"{group.slug}-{name}.zip",
        content_type="application/zip",
    )
    patch_vary_headers(response, ["Cookie"])
    return response
