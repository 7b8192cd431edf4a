"""Documents of the group, the papers filed with it, and the sources of its record."""

from datetime import date

import pytest

from deliberations.models import Document, DocumentKind
from deliberations.operations import file_contribution
from tests.factories import ContributorFactory, SourceFactory
from tests.pages import read

pytestmark = pytest.mark.django_db


def test_the_documents_are_told_with_what_is_known_of_them_and_no_more(record, client):
    page = read(client.get("/wgec/documents/"))

    documents, contributions, sources = page.all("ul", class_="papers")
    assert [item.one("div").text for item in documents.all("li")] == [
        "Chair's synthesis of the discussion on high-level characteristics of enhanced "
        "cooperation 2 May 2017",
        "Chair's summary of the third meeting date not known",
    ]
    synthesis = record.documents.get(kind=DocumentKind.SYNTHESIS)
    assert documents.one("p", class_="checksum").text == f"SHA-256 {synthesis.sha256}"
    assert len(contributions.all("li")) == 6
    assert len(sources.all("li")) == 15


def test_a_link_to_elsewhere_tells_nobody_where_it_was_followed(record, client):
    page = read(client.get("/wgec/documents/"))

    outward = [node for node in page.all("a") if "://" in node.attrs["href"]]
    assert outward != []
    assert {node.attrs.get("rel") for node in outward} == {"noreferrer"}


def test_where_there_is_none_that_is_said(group, client):
    page = read(client.get("/small/documents/"))

    assert [papers.text for papers in page.all("ul", class_="papers")] == [
        "None in the record."
    ] * 3


def test_the_documents_as_data(group, meeting, contributor, clerk, client):
    source = SourceFactory(group=group, key="list", title="The list", dated=date(2016, 9, 30))
    Document.objects.create(
        group=group,
        title="Summary",
        kind=DocumentKind.SUMMARY,
        author="The chair",
        meeting=meeting,
        sha256="0" * 64,
        source=source,
    )
    bee = ContributorFactory(group=group, slug="bee")
    file_contribution(
        group=group,
        title="On small things",
        authors=[contributor, bee],
        meeting=meeting,
        dated=date(2016, 12, 15),
        note="Long.",
        by=clerk,
    )
    the_list = {
        "key": "list",
        "title": "The list",
        "author": "",
        "dated": "2016-09-30",
        "url": "",
    }

    assert client.get("/small/documents.json").json() == {
        "group": {
            "slug": "small",
            "short_name": "WGS",
            "name": "Working Group on Small Things",
            "url": "/small/",
        },
        "issued": [],
        "documents": [
            {
                "title": "Summary",
                "kind": "summary",
                "author": "The chair",
                "dated": None,
                "meeting": 1,
                "url": "",
                "sha256": "0" * 64,
                "note": "",
                "source": the_list,
            }
        ],
        "contributions": [
            {
                "title": "On small things",
                "authors": ["ant", "bee"],
                "question": None,
                "meeting": 1,
                "dated": "2016-12-15",
                "url": "",
                "note": "Long.",
                "source": None,
            }
        ],
        "sources": [the_list],
    }
