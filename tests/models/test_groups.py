"""That a group's record is its own: nothing of it is moved to, or refers to, another group."""

import pytest
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
