"""Contributors as a table: out, and in again."""

import csv
import io
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from deliberations.models import Contributor, Entry
from tests.admin.forms import page
from tests.factories import ContributorFactory, SourceFactory

EXPORT = reverse("admin:deliberations_contributor_export")
IMPORT = reverse("admin:deliberations_contributor_import")


def look(client, group, table, **more):
    """Send a table; the answer shows what it would do."""
    file = SimpleUploadedFile("table.csv", table.encode() if isinstance(table, str) else table)
    return client.post(
        IMPORT, {"group": group.pk, "table": file, "reason": "From the sheet."} | more
    )


def confirm(client, shown):
    """Press the button below what is shown."""
    given = shown.context["form"].cleaned_data
    return client.post(
        IMPORT,
        {
            "group": given["group"].pk,
            "reason": given["reason"],
            "text": given["text"],
            "seal": shown.context["plan"].seal,
        },
    )


def problems(response):
    return [error for errors in response.context["form"].errors.values() for error in errors]


def refusals(response):
    return [(line.number, *line.refusals) for line in response.context["plan"].refused]


def test_what_is_exported_is_imported_as_it_is(as_secretary, record):
    ContributorFactory(
        group=record,
        name="Of two lines, “quoted”; and = more",
        note="First\nsecond",
        affiliation=record.contributors.first(),
        source=SourceFactory(group=record),
    )

    exported = as_secretary.get(EXPORT)
    shown = look(as_secretary, record, exported.content)

    assert exported.headers["Content-Type"] == "text/csv; charset=utf-8"
    plan = shown.context["plan"]
    assert (plan.new, plan.changed, plan.refused) == ([], [], [])
    assert plan.same == record.contributors.count()


def test_the_export_holds_what_the_list_holds_and_nothing_of_other_groups(
    as_secretary, record, other_group
):
    ContributorFactory(group=other_group, slug="theirs")
    ContributorFactory(group=record, slug="the-person", kind="person", country="Nauru")

    everything = as_secretary.get(EXPORT).text
    filtered = as_secretary.get(EXPORT, {"q": "Nauru"}).text

    assert "theirs" not in everything
    assert [row["slug"] for row in csv.DictReader(io.StringIO(filtered))] == ["the-person"]


@pytest.mark.parametrize("begins", ["=", "+", "-", "@", "＝", "'="])
def test_no_cell_is_run_by_a_spreadsheet_and_each_comes_back(begins, as_secretary, record):
    note = f"{begins}HYPERLINK(“http://evil.example”)"
    ContributorFactory(group=record, slug="evil", note=note)

    exported = as_secretary.get(EXPORT).text
    shown = look(as_secretary, record, exported)

    [row] = [row for row in csv.DictReader(io.StringIO(exported)) if row["slug"] == "evil"]
    assert row["note"] == f"'{note}"
    assert shown.context["plan"].changed == []


@pytest.mark.parametrize(("separator", "mark"), [(",", ""), (";", "\ufeff"), ("\t", "\ufeff")])
def test_a_table_is_shown_first_and_then_imported_by_one_act(
    separator, mark, as_secretary, secretary, record
):
    known = ContributorFactory(group=record, slug="known", name="Known", country="Chile")
    table = mark + "\r\n".join(
        line.replace("|", separator)
        for line in (
            "slug|name|kind|country|affiliation",
            "new-person|New Person|person||new-org",
            "known|Known|organisation|Peru|",
            "new-org|New Organisation|Organisation||",
        )
    )

    shown = look(as_secretary, record, table)
    assert shown.status_code == 200, problems(shown)
    assert not Contributor.objects.filter(slug="new-person").exists()
    plan = shown.context["plan"]
    assert [(line.number, line.contributor.slug) for line in plan.new] == [
        (2, "new-person"),
        (4, "new-org"),
    ]
    assert [(line.number, line.changes) for line in plan.changed] == [
        (3, [("country", "Chile", "Peru")])
    ]
    done = confirm(as_secretary, shown)

    assert done.status_code == 302, problems(done)
    known.refresh_from_db()
    assert known.country == "Peru"
    assert Contributor.objects.filter(affiliation__slug="new-org").get().slug == "new-person"
    entries = list(Entry.objects.all()[:3])
    assert {entry.act_id for entry in entries} == {entries[0].act_id}
    assert entries[0].context == {
        "act": "import_contributors",
        "by": secretary.pk,
        "name": "Sekai Secretary",
        "role": "secretariat",
        "reason": "From the sheet.",
    }


def test_refused_rows_are_named_by_their_lines_and_nothing_is_imported(as_secretary, record):
    table = "\n".join(
        (
            "group,slug,name,kind,affiliation,source",
            ',a,"Of two',
            'lines",person,,',
            ",b,B,committee,,",
            ",c d,C,person,,",
            ",e,,person,,",
            ",f,F,person,nobody,",
            ",g,G,person,,nowhere",
            "other,h,H,person,,",
            ",i,I,person,,",
            ",i,I again,person,,",
            ",j,I,person,,",
            ",k,K\u202e,person,,",
        )
    )

    shown = look(as_secretary, record, table)

    assert shown.status_code == 422
    assert refusals(shown) == [
        (
            4,
            "kind: Select a valid choice. committee is not one of the available choices.",
        ),
        (
            5,
            "slug: Enter a valid “slug” consisting of letters, numbers, underscores or hyphens.",
        ),
        (6, "name: This field is required."),
        (7, "affiliation: there is no such contributor."),
        (8, "source: the group has no source of that key."),
        (9, "group: this row is of another group."),
        (11, "slug: the table has that address twice."),
        (12, "name: another contributor has that name."),
        (
            13,
            "name: The text holds an invisible mark that turns the reading direction. Remove it.",
        ),
    ]
    assert confirm(as_secretary, shown).status_code == 422
    assert not Contributor.objects.filter(slug__in="abefghijk").exists()


@pytest.mark.parametrize(
    ("table", "sentence"),
    [
        (b"\xff\xfeslug\x00", "The file is not text in UTF-8."),
        (b"slug,name,kind\n\xed\xa0\x80,x,person", "The file is not text in UTF-8."),
        (b"PK\x03\x04\x14\x00\x06\x00", "The file holds NUL characters; it is no table."),
        (b"slug,name,kind\na,A\x00,person", "The file holds NUL characters; it is no table."),
        (b"slug,name\na,A", "The first line lacks columns: kind."),
        (b"slug,name,kind,mood\n", "The first line names unknown columns: mood."),
        (b"slug,name,kind,name\n", "The first line names a column twice."),
        (b'slug,name,kind\n"a,A,person', "The row that begins on line 2 can’t be read"),
        (b"slug,name,kind\na,A,person,more", "Line 2 has more cells than the 3 columns."),
        (b"\n\n", "The file is empty."),
        (b"x" * 1_000_001, "The file is larger than 1 MB. Send it in parts."),
        (b"slug,name,kind\n" + b"a,A,person\n" * 2_001, "more than 2000 rows"),
        (b'slug,name,kind\na,"' + b"x" * 200_000 + b'",person', "The row that begins on line 2"),
    ],
)
def test_a_file_that_is_no_table_gets_a_sentence(table, sentence, as_secretary, record):
    answer = look(as_secretary, record, table)

    assert answer.status_code == 422
    assert sentence in problems(answer)[0]


def test_excels_own_first_line_is_understood(as_secretary, record):
    shown = look(as_secretary, record, "sep=;\nslug;name;kind\na;A, with comma;person")

    assert [line.number for line in shown.context["plan"].new] == [3]


def test_what_changed_since_one_looked_is_looked_at_again(as_secretary, record):
    known = ContributorFactory(group=record, slug="known", country="Chile")
    shown = look(
        as_secretary, record, f"slug,name,kind,country\nknown,{known.name},organisation,Peru"
    )
    known.country = "Cuba"
    known.save()

    answer = confirm(as_secretary, shown)

    assert problems(answer) == ["Contributors changed since you looked. Look again, then import."]
    assert answer.context["plan"].changed[0].changes == [("country", "Cuba", "Peru")]
    known.refresh_from_db()
    assert known.country == "Cuba"


def test_new_ones_of_each_other_are_refused_in_a_sentence(as_secretary, record):
    shown = look(as_secretary, record, "slug,name,kind,affiliation\na,A,person,b\nb,B,person,a")

    assert problems(confirm(as_secretary, shown)) == ["New contributors can’t be of each other."]
    assert not Contributor.objects.filter(slug__in="ab").exists()


def test_an_import_needs_a_reason_and_a_group_of_ones_own(
    as_secretary, as_delegate, client, record, other_group
):
    table = "slug,name,kind\na,A,person"

    assert problems(look(as_secretary, record, table, reason=" ")) == ["This field is required."]
    assert problems(look(as_secretary, other_group, table)) == [
        "Select a valid choice. That choice is not one of the available choices."
    ]
    for outside in (as_delegate, client):
        assert look(outside, record, table).status_code == 302
        assert outside.get(EXPORT).status_code == 302


def test_the_list_leads_to_the_tables(as_secretary):
    listed = as_secretary.get(page(Contributor, "changelist")).text

    assert f'href="{EXPORT}?"' in listed
    assert f'href="{IMPORT}"' in listed


def test_what_a_table_needs_and_may_say_stands_above_it_and_is_understood(as_secretary, record):
    asked = as_secretary.get(IMPORT).text

    assert "It has at least: slug, name, kind." in asked
    assert "<li>kind: person, delegation, organisation</li>" in asked
    [kinds] = re.findall("<li>stakeholder_group: (.*)</li>", asked)
    rows = [f"s{n},Name {n},person,{kind}\n" for n, kind in enumerate(kinds.split(", "))]
    table = "slug,name,kind,stakeholder_group\n" + "".join(rows)
    assert look(as_secretary, record, table).context["plan"].refused == []
