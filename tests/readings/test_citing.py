"""How an element and a decision are cited."""

from datetime import date

import pytest

from deliberations.models import Decision, Meeting, Standing
from deliberations.readings.citing import decision_cited, element_cited, escaped, sitting

TODAY = date(2018, 1, 31)


@pytest.mark.django_db
def test_an_element_of_the_real_record_is_cited_with_what_became_of_it(record, stranger):
    standing = Standing.objects.visible_to(stranger).get(element__group=record, element__number=41)
    address = "https://record.example/wgec/elements/41/?known=2017-05-02T12:00:00Z"

    decision = Decision.objects.get(meeting__group=record, meeting__number=2, number=5)

    cited = element_cited(standing, decision, address=address, today=TODAY)

    assert cited.in_words == (
        "Working Group on Enhanced Cooperation, “Consultation by governments”, element E41, "
        "wording 1, rejected by decision 2/D5, Meeting 2, Geneva, 26–27 January 2017. "
        f"Available at {address} (accessed on 31 January 2018)."
    )
    assert cited.bibtex.splitlines() == [
        "@misc{wgec-E41-wording-1,",
        "  author = {{Working Group on Enhanced Cooperation}},",
        "  title = {{Consultation by governments}},",
        "  year = {2017},",
        "  month = jan,",
        "  note = {element E41, wording 1, rejected by decision 2/D5, Meeting 2, Geneva, "
        "26–27 January 2017},",
        f"  url = {{{address}}},",
        "  urldate = {2018-01-31}",
        "}",
    ]


@pytest.mark.django_db
def test_what_is_not_decided_is_cited_without_a_year(record, stranger):
    standing = Standing.objects.visible_to(stranger).get(element__group=record, element__number=1)

    cited = element_cited(standing, None, address="https://record.example/", today=TODAY)

    assert ("year" in cited.bibtex, "Meeting" in cited.in_words) == (False, False)


@pytest.mark.django_db
def test_a_decision_is_cited_with_its_meeting(record):
    decision = Decision.objects.get(meeting__group=record, meeting__number=2, number=5)

    cited = decision_cited(decision, address="https://record.example/", today=TODAY)

    assert cited.in_words == (
        "Working Group on Enhanced Cooperation, decision 2/D5, Meeting 2, Geneva, 26–27 "
        "January 2017. Available at https://record.example/ (accessed on 31 January 2018)."
    )
    assert cited.bibtex.startswith("@misc{wgec-2-D5,")


def test_behind_a_place_in_arabic_the_days_stand_from_left_to_right():
    days = {"number": 2, "starts_on": date(2017, 1, 26), "ends_on": date(2017, 1, 27)}

    assert [sitting(Meeting(place_name=place, **days)) for place in ("Geneva", "جنيف")] == [
        ["Meeting 2", "Geneva", "26–27 January 2017"],
        ["Meeting 2", "جنيف", "\u200e26–27 January 2017"],
    ]


def test_nothing_in_a_text_is_a_command_or_a_brace_to_bibtex():
    assert escaped("50 % of {A_B} & C#1,\n\\x ~ $5^2") == (
        r"50 \% of \textbraceleft{}A\_B\textbraceright{} \& C\#1, \textbackslash{}x "
        r"\textasciitilde{} \$5\textasciicircum{}2"
    )
