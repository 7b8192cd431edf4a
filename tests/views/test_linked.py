"""What pages say of themselves to programs: it can be read, and is what the page says."""

import json
from typing import Any

import pytest

from tests.acts import decide, issue, reword
from tests.pages import read

pytestmark = pytest.mark.django_db

GROUP = {
    "@type": "Organization",
    "@id": "http://testserver/small/#group",
    "name": "Working Group on Small Things",
    "alternateName": "WGS",
    "url": "http://testserver/small/",
}


def linked(client, address: str) -> Any:
    """What the page is about; with the rules of a block of data in HTML."""
    content = client.get(address).content.decode()
    [block] = content.split('<script type="application/ld+json">')[1:]
    text = block.partition("</script>")[0]
    assert not set("<>&\u2028\u2029") & set(text)
    assert len(text.encode()) < 1500
    return json.loads(text)


def test_a_meeting_is_an_event_of_the_group(group, meeting, client):
    said = linked(client, "/small/meetings/1/")

    assert linked(client, "/small/") == {"@context": "https://schema.org", **GROUP}
    assert said == {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Working Group on Small Things, First meeting",
        "startDate": meeting.starts_on.isoformat(),
        "endDate": meeting.ends_on.isoformat(),
        "location": {"@type": "Place", "name": "Geneva"},
        "organizer": GROUP,
        "url": "http://testserver/small/meetings/1/",
    }


def test_decisions_elements_and_documents_are_works_of_the_group(meeting, elements, client):
    text = "</script><b>Bold</b> & \u2028 brave"
    reword(elements[0], text)
    decide(meeting, elements[0], sentence="Agreed: <it>.", known_to="meeting")
    issue(meeting)
    common = {
        "@context": "https://schema.org",
        "creator": GROUP,
        "isPartOf": {
            "@type": "Collection",
            "name": GROUP["name"],
            "url": "http://testserver/small/",
        },
    }

    element, decision, document = (
        linked(client, f"/small/{page}/")
        for page in ("elements/1", "meetings/1/decisions/1", "documents/1")
    )

    assert element == {
        **common,
        "@type": "CreativeWork",
        "identifier": "E1",
        "text": text,
        "version": 2,
        "creativeWorkStatus": "agreed",
        "url": "http://testserver/small/elements/1/",
    }
    assert (decision["identifier"], decision["text"]) == ("1/D1", "Agreed: <it>.")
    assert "dateCreated" not in decision  # known only to the meeting
    assert decision["recordedAt"]["url"] == "http://testserver/small/meetings/1/"
    page = read(client.get("/small/documents/1/"))
    assert (document["@type"], document["inLanguage"]) == ("Report", "en")
    assert document["name"] in page.one("h1").text


def test_the_past_of_an_element_is_told_as_its_page_tells_it(meeting, elements, client):
    decide(meeting, elements[0], known_to="meeting")

    said = linked(client, "/small/elements/1/?at=2016-01-01")

    assert (said["creativeWorkStatus"], said["url"]) == (
        "proposed",
        "http://testserver/small/elements/1/?at=2016-01-01",
    )
    assert "ld+json" not in client.get("/small/search/?q=thing").content.decode()
