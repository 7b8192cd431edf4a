"""One new thing of each kind, and a change of one that is there, as forms hold them."""

from typing import Any

import pytest

from deliberations.models import (
    Contribution,
    Contributor,
    Document,
    Entry,
    Meeting,
    Qualifier,
    Question,
    Source,
    WorkingGroup,
)

NEW: dict[Any, dict[str, Any]] = {
    Question: {"number": 9, "text": "What else?"},
    Meeting: {"number": 9, "starts_on": "2018-03-01", "ends_on": "2018-03-02"},
    Qualifier: {"phrase": "subject to funds", "position": 9},
    Contributor: {"name": "New One", "slug": "new-one", "kind": "person"},
    Contribution: {"title": "A new paper"},
    Document: {"title": "A new document", "kind": "report"},
    Source: {"title": "A new source", "key": "new-source"},
}
CHANGED: dict[Any, dict[str, Any]] = {
    Question: {"text": "Which characteristics, exactly?"},
    Meeting: {"place_name": "Palais des Nations"},
    Qualifier: {"position": 99},
    Contributor: {"country": "Chile"},
    Contribution: {"title": "The paper, retitled"},
    Document: {
        "title": "The document, retitled",
        "introduction": "Said\n\nfirst.",
        "closing": "Last.",
    },
    Source: {"author": "Somebody"},
    WorkingGroup: {"parent": "The Commission"},
}
each_noun = pytest.mark.parametrize("model", NEW, ids=lambda model: model._meta.model_name)


def last_entry(model):
    return Entry.objects.filter(noun=model._meta.model_name).first()
