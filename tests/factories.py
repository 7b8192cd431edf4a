"""What a test needs beside the real record: people, a group with its surroundings, its elements.

Acts of the record are not made here: tests do them as the application does, by operations.
"""

from datetime import UTC, date, datetime, timedelta

import factory
from django.db import transaction
from factory.django import DjangoModelFactory

from deliberations.models import (
    Contribution,
    Contributor,
    Element,
    Heading,
    Kind,
    Meeting,
    MeetingState,
    Membership,
    Qualifier,
    Question,
    Source,
    User,
    Wording,
    WorkingGroup,
)
from deliberations.permissions import Role


class UserFactory(DjangoModelFactory[User]):
    class Meta:
        model = User

    username = factory.Sequence(lambda n: f"user{n}")
    name = factory.Sequence(lambda n: f"User {n}")
    password = "!"  # nobody signs in with it


class GroupFactory(DjangoModelFactory[WorkingGroup]):
    class Meta:
        model = WorkingGroup

    slug = factory.Sequence(lambda n: f"group{n}")
    short_name = factory.Sequence(lambda n: f"G{n}")
    name = factory.Sequence(lambda n: f"Working Group {n}")


class MembershipFactory(DjangoModelFactory[Membership]):
    class Meta:
        model = Membership

    user = factory.SubFactory(UserFactory)
    group = factory.SubFactory(GroupFactory)
    role = Role.SECRETARIAT


class SourceFactory(DjangoModelFactory[Source]):
    class Meta:
        model = Source

    group = factory.SubFactory(GroupFactory)
    key = factory.Sequence(lambda n: f"source{n}")
    title = factory.Sequence(lambda n: f"Source {n}")


class QuestionFactory(DjangoModelFactory[Question]):
    class Meta:
        model = Question

    group = factory.SubFactory(GroupFactory)
    number = factory.Sequence(lambda n: n + 1)
    text = factory.Sequence(lambda n: f"Question {n}?")


class HeadingFactory(DjangoModelFactory[Heading]):
    class Meta:
        model = Heading

    question = factory.SubFactory(QuestionFactory)
    name = factory.Sequence(lambda n: f"Heading {n}")


class QualifierFactory(DjangoModelFactory[Qualifier]):
    class Meta:
        model = Qualifier

    group = factory.SubFactory(GroupFactory)
    phrase = factory.Sequence(lambda n: f"in principle, {n}")


class ContributorFactory(DjangoModelFactory[Contributor]):
    class Meta:
        model = Contributor

    group = factory.SubFactory(GroupFactory)
    slug = factory.Sequence(lambda n: f"contributor{n}")
    name = factory.Sequence(lambda n: f"Contributor {n}")
    kind = Kind.ORGANISATION


class ContributionFactory(DjangoModelFactory[Contribution]):
    class Meta:
        model = Contribution

    group = factory.SubFactory(GroupFactory)
    title = factory.Sequence(lambda n: f"Contribution {n}")


class MeetingFactory(DjangoModelFactory[Meeting]):
    """In session, unless `state` says otherwise, and published."""

    class Meta:
        model = Meeting

    group = factory.SubFactory(GroupFactory)
    number = factory.Sequence(lambda n: n + 1)
    starts_on = date(2017, 1, 26)
    ends_on = factory.LazyAttribute(lambda meeting: meeting.starts_on + timedelta(days=1))
    time_zone = "Europe/Zurich"
    published_at = datetime(2017, 5, 2, tzinfo=UTC)

    @classmethod
    def _create(cls, model_class, *args, state=MeetingState.IN_SESSION, **kwargs):
        meeting = super()._create(model_class, *args, **kwargs)
        for further in list(MeetingState)[1:]:
            if meeting.state != state:
                meeting.state = further
                meeting.save()
        return meeting


class ElementFactory(DjangoModelFactory[Element]):
    """With its first wording, `text`."""

    class Meta:
        model = Element

    group = factory.SubFactory(GroupFactory)
    question = factory.SubFactory(QuestionFactory, group=factory.SelfAttribute("..group"))
    text = factory.Sequence(lambda n: f"Text {n}.")

    @classmethod
    @transaction.atomic
    def _create(cls, model_class, *args, text, **kwargs):
        element = super()._create(model_class, *args, **kwargs)
        Wording.objects.create(
            element=element, text=text, meeting=element.meeting, recorded_by=UserFactory()
        )
        element.refresh_from_db()
        return element
