"""Documents of the group, the papers filed with it, and the sources of its record."""

from django.db.models import Prefetch
from django.http import HttpRequest, HttpResponse

from deliberations.data import contribution_data, document_data, group_data, source_data
from deliberations.models import Authorship, Contribution, Document, Source
from deliberations.views.answers import answer
from deliberations.views.finding import find_group


def document_list(request: HttpRequest, group: str) -> HttpResponse:
    working_group = find_group(request, group)
    reader = request.user
    documents = (
        Document.objects.visible_to(reader)
        .filter(group=working_group)
        .select_related("meeting", "source")
        .order_by("dated", "title")
    )
    contributions = (
        Contribution.objects.visible_to(reader)
        .filter(group=working_group)
        .select_related("question", "meeting", "source")
        .prefetch_related(
            Prefetch("authorships", Authorship.objects.select_related("contributor"))
        )
        .order_by("dated", "title")
    )
    sources = Source.objects.visible_to(reader).filter(group=working_group)

    return answer(
        request,
        "documents/list.html",
        {
            "group": working_group,
            "documents": documents,
            "contributions": contributions,
            "sources": sources.order_by("dated", "title"),
        },
        data=lambda: {
            "group": group_data(working_group),
            "documents": [document_data(document) for document in documents],
            "contributions": [contribution_data(c) for c in contributions],
            "sources": [source_data(source) for source in sources],
        },
    )
