"""Comparing the surroundings: whatever of a file is no act."""

from collections.abc import Iterator
from functools import partial

from django.utils.translation import gettext as _

from deliberations.models import Attendance, Contribution, Contributor, Import, Look
from deliberations.record_file.held import NotThere
from deliberations.record_file.places import Place, quoted
from deliberations.record_file.steps import Comparison, Step
from deliberations.record_file.tables import (
    AGENDA,
    ATTENDANCES,
    AUTHORSHIPS,
    CONTRIBUTIONS,
    CONTRIBUTORS,
    DOCUMENTS,
    GROUPS,
    HEADINGS,
    LOOKS,
    MEETINGS,
    QUALIFIERS,
    QUESTIONS,
    SOURCES,
    Name,
    Table,
    Values,
)


class Surroundings(Comparison):
    """What of the surroundings is missing: before the acts, and (the agenda) after them."""

    def steps(self) -> Iterator[Step]:
        content, place = self.content, self.place
        group = content["group"]
        # A new group has no sources yet: its own is entered after them.
        founded = {**group, "source": None} if self.held.is_new else group
        yield from self.thing(GROUPS, group["slug"], founded, place / "group")
        for key, source in content["sources"].items():
            yield from self.thing(SOURCES, key, source, place / "sources" / key)
        if self.held.is_new and group["source"]:
            yield Step(place / "group", "part", partial(self.writer.source_of_group, content))
        for at, phrase in enumerate(content["qualifiers"]):
            values: Values = {"position": at + 1}
            yield from self.thing(QUALIFIERS, phrase, values, place / "qualifiers" / at)
        for at, question in enumerate(content["questions"]):
            there = place / "questions" / at
            yield from self.thing(QUESTIONS, question["number"], question, there)
            for position, name in enumerate(question["headings"]):
                values = {"position": position + 1}
                yield from self.thing(
                    HEADINGS, (question["number"], name), values, there / "headings" / position
                )
        for at, meeting in enumerate(content["meetings"]):
            values = {**meeting, "time_zone": self.zone(meeting["number"]).key}
            yield from self.thing(MEETINGS, meeting["number"], values, place / "meetings" / at)
        for key, contributor in affiliations_first(content["contributors"]):
            there = place / "contributors" / key
            yield from self.thing(CONTRIBUTORS, key, contributor, there)
        for at, contribution in enumerate(content["contributions"]):
            yield from self.contribution(contribution, place / "contributions" / at)
        for at, document in enumerate(content["documents"]):
            name = (document["title"], document["dated"])
            yield from self.thing(DOCUMENTS, name, document, place / "documents" / at)

        for at, brought in enumerate(content["imports"]):
            if (brought["meeting"], brought["content"]["sha256"]) not in self.held.imports:
                do = partial(self.writer.import_document, brought)
                yield Step(place / "imports" / at, Import, do)

    def contribution(self, contribution: Values, place: Place) -> Iterator[Step]:
        title = contribution["title"]
        is_there = title in self.held.things[Contribution]
        yield from self.thing(CONTRIBUTIONS, title, contribution, place)
        if is_there:
            for at, author in enumerate(contribution["authors"]):
                yield from self.thing(AUTHORSHIPS, (title, author), {}, place / "authors" / at)

    def thing(self, table: Table, name: Name, values: Values, place: Place) -> Iterator[Step]:
        """The step that makes a thing of the surroundings, if there is none; else compare.

        The record may have moved on: what it once had as the file has it was edited or removed
        since, and stays so.
        """
        things = self.held.things[table.model]
        if name not in things and self.moved_on(table, name, place):
            return
        if name in things:
            yield from self.compare_thing(table, things[name], values, place)
        else:
            yield Step(place, table.model, partial(self.writer.make, table, name, values))

    def moved_on(self, table: Table, name: Name, place: Place) -> bool:
        """Whether the record had a thing of that name; if it has it still, by another name."""
        if self.held.is_new:
            return False
        try:
            identity = self.held.identity(table, name)
        except NotThere:
            return False
        pk = table.formerly(self.held.group, identity)
        if pk is None:
            return False
        row = table.rows(self.held.group).filter(pk=pk).first()
        if row is None:
            self.kept.append(_("%(place)s: removed in the record since.") % {"place": place})
            return True
        self.held.things[table.model][name] = row
        shown = quoted(str(row))
        self.kept.append(
            _("%(place)s: changed in the record since, to %(value)s.")
            % {"place": place, "value": shown}
        )
        return False

    def agenda(self) -> Iterator[Step]:
        """After the acts, as an item can be an element."""
        for at, meeting in enumerate(self.content["meetings"]):
            there = self.place / "meetings" / at / "agenda"
            for position, item in enumerate(meeting["agenda"]):
                name = (meeting["number"], item["position"])
                yield from self.thing(AGENDA, name, item, there / position)

    def presence(self) -> Iterator[Step]:
        """Who was at the meetings; whoever was taken off the list since stays off it."""
        for at, meeting in enumerate(self.content["meetings"]):
            there, number = self.place / "meetings" / at / "present", meeting["number"]
            missing = []
            for position, slug in enumerate(meeting["present"]):
                contributor = self.held.things[Contributor].get(slug)
                is_noted = contributor and (number, contributor.pk) in self.held.present
                if not is_noted and not self.moved_on(
                    ATTENDANCES, (number, slug), there / position
                ):
                    missing.append(slug)
            if missing:
                do = partial(self.writer.note_attendance, number, missing)
                yield Step(there, Attendance, do, len(missing))

    def looks(self) -> Iterator[Step]:
        """Last, as a look is at anything."""
        for at, look in enumerate(self.content["looks"]):
            there = self.place / "looks" / at
            try:
                finding = self.writer.finding(look)
            except NotThere:
                finding = ""
            if finding not in self.held.looks and not self.moved_on(LOOKS, finding, there):
                yield Step(there, Look, partial(self.writer.mark_looked_at, look))


def affiliations_first(contributors: dict[str, Values]) -> list[tuple[str, Values]]:
    """The contributors, each after the one it belongs to."""
    ordered: dict[str, Values] = {}

    def put(key: str) -> None:
        above = contributors[key]["affiliation"]
        if above is not None and above not in ordered:
            put(above)
        ordered.setdefault(key, contributors[key])

    for key in contributors:
        put(key)
    return list(ordered.items())
