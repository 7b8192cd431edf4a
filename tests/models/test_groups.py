"""That a group's record is its own: nothing of it is moved to, or refers to, another group."""

import pytest
from django.core.exceptions import ValidationError
from django.db import models

from deliberations.models import Authorship, Document
from tests.factories import (
    ContributionFactory,
    ContributorFactory,
    GroupFactory,
    HeadingFactory,
    MeetingFactory,
    QualifierFactory,
    QuestionFactory,
    SourceFactory,
)
from tests.sql import insert, refused, sql

pytestmark = pytest.mark.django_db


def document(**values):
    return Document.objects.create(group=GroupFactory(), title="Synthesis", kind="other")


MOVABLE = [
    (SourceFactory, "group_id", GroupFactory),
    (QuestionFactory, "group_id", GroupFactory),
    (HeadingFactory, "question_id", QuestionFactory),
    (QualifierFactory, "group_id", GroupFactory),
    (ContributorFactory, "group_id", GroupFactory),
    (ContributionFactory, "group_id", GroupFactory),
    (document, "group_id", GroupFactory),
]


@pytest.mark.parametrize(("factory", "column", "elsewhere"), MOVABLE)
def test_what_others_refer_to_stays_in_its_group(factory, column, elsewhere):
    thing = factory()

    with refused("all_of_one_group"):
        sql(
            f"UPDATE {thing._meta.db_table} SET {column} = %s WHERE id = %s",
            elsewhere().pk,
            thing.pk,
        )


REFERENCES = [
    (QuestionFactory, "source_id", SourceFactory),
    (ContributorFactory, "source_id", SourceFactory),
    (ContributorFactory, "affiliation_id", ContributorFactory),
    (ContributionFactory, "source_id", SourceFactory),
    (ContributionFactory, "question_id", QuestionFactory),
    (ContributionFactory, "meeting_id", MeetingFactory),
    (MeetingFactory, "source_id", SourceFactory),
    (document, "source_id", SourceFactory),
    (document, "meeting_id", MeetingFactory),
    (GroupFactory, "source_id", SourceFactory),
]


@pytest.mark.parametrize(("factory", "column", "elsewhere"), REFERENCES)
def test_the_surroundings_refer_to_their_own_group(factory, column, elsewhere):
    thing: models.Model = factory()

    with refused("all_of_one_group"):
        sql(
            f"UPDATE {thing._meta.db_table} SET {column} = %s WHERE id = %s",
            elsewhere().pk,
            thing.pk,
        )


def test_the_authors_of_a_contribution_are_of_its_group():
    with refused("all_of_one_group"):
        insert(
            Authorship,
            contribution_id=ContributionFactory().pk,
            contributor_id=ContributorFactory().pk,
        )


@pytest.mark.parametrize(
    ("pattern", "sentence"),
    [
        ("On {heading", "A brace is open or closed without its other half."),
        ("On heading}", "A brace is open or closed without its other half."),
        *(
            (
                f"On {{{name}{rest}}}",
                f"“{{{name}}}” is no place of a sentence. The places are {{qualifiers}}, "
                "{heading} and {basis}.",
            )
            for name, rest in [
                ("outcome", ""),
                ("", ""),
                ("0", ""),
                ("heading.question", ""),
                ("heading", "!r"),
                ("heading", ":x"),
            ]
        ),
    ],
)
def test_the_pattern_of_a_sentence_has_places_that_something_fills(pattern, sentence):
    group = GroupFactory.build(sentence_agreed=pattern)

    with pytest.raises(ValidationError) as refusal:
        group.full_clean(validate_unique=False, validate_constraints=False)

    assert refusal.value.message_dict == {"sentence_agreed": [sentence]}


@pytest.mark.parametrize("pattern", ["", "As {heading}{basis}", "{{as written}}{qualifiers}"])
def test_a_pattern_may_leave_places_out(pattern):
    GroupFactory.build(sentence_rejected=pattern).full_clean(
        validate_unique=False, validate_constraints=False
    )
