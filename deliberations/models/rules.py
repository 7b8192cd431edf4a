"""The form in which a rule that always holds is declared: a trigger beside the fact it protects.

A rule is a `pgtrigger.Trigger`, so migrations install and compare it, with two differences:

- the stock trigger first asks the setting `pgtrigger.ignore`, which any role may set, and steps
  aside when told to; a Rule does not ask.
- the stock trigger raises a plain exception, which arrives as `InternalError`; a Rule raises
  `check_violation` with the name of the rule as the constraint, so that it arrives as
  `IntegrityError` and a form can answer with the sentence in REFUSALS.

What a rule can't prevent: the owner of a table can disable or drop its triggers, and a superuser
can skip all of them. Only an application role that owns nothing prevents that.
"""

from typing import Any

import pgtrigger
from django.db import IntegrityError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from pgtrigger import compiler

REFUSALS: dict[str, Promise] = {
    "the_record_is_insert_only": _(
        "What is recorded is never changed or deleted. Record a correction; both stay citable."
    ),
    "the_history_is_append_only": _("The history is never changed or deleted."),
    "an_entry_is_written_by_its_change": _(
        "An entry of the history is written by the change it tells of, never by hand."
    ),
    "a_table_of_the_record_is_never_emptied": _("A table of the record is never emptied."),
    "an_element_stands_where_its_acts_put_it": _(
        "The standing of an element is never set: it follows from the acts. Record a decision."
    ),
    "only_allowed_transitions": _(
        "An element that stands there can't be given that status by this act."
    ),
    "a_disposition_starts_where_the_element_stands": _(
        "An element no longer stands where the decision says. Look at it again, then record."
    ),
    "a_change_of_a_decided_element_says_what_it_reconsiders": _(
        "An element is already decided. Say that the decision reconsiders it, and why."
    ),
    "a_disposition_gives_the_outcome_of_its_decision": _(
        "A decision gives all its elements the same status: its outcome."
    ),
    "a_disposition_names_a_wording_of_its_own_element": _(
        "The wording named is not a wording of that element."
    ),
    "a_disposition_names_the_current_wording": _(
        "An element was reworded meanwhile. Look at its text again, then record."
    ),
    "a_decision_is_recorded_whole": _(
        "A recorded decision takes no further elements. Record another decision."
    ),
    "a_decision_disposes_of_at_least_one_element": _("Choose at least one element."),
    "an_amended_wording_is_agreed_by_its_decision": _(
        "A wording agreed as amended needs the decision that agrees the element in it."
    ),
    "an_element_has_a_wording": _("An element needs a text."),
    "an_element_is_not_decided_before_its_last_decision": _(
        "A later meeting already decided on an element. A late entry can only correct a decision."
    ),
    "a_meeting_decides_only_in_session": _(
        "The meeting is not in session, and decides only in session."
    ),
    "numbers_run_without_gap": _("Numbers are given by the record, one after the other."),
    "numbers_are_for_good": _("A number of the record is given once and stays."),
    "all_of_one_group": _("That belongs to another working group."),
    "a_meeting_moves_from_planned_to_in_session_to_closed": _(
        "A meeting is planned, then in session (and adjourned in between), then closed."
    ),
    "an_item_is_carried_over_to_a_later_meeting": _(
        "What is not reached is carried over to a later meeting."
    ),
    "what_is_published_stays_published": _("What is published stays published."),
    "what_is_public_builds_on_what_is_public": _(
        "An element decided on here has earlier acts of a meeting that is not published. Publish "
        "that meeting first."
    ),
    "a_correction_names_what_it_corrects": _(
        "A correction names the decision it corrects and, unless it annuls, the decision that "
        "replaces or reconsiders it."
    ),
    "a_replacement_has_its_correction": _(
        "A decision that replaces another needs a correction with its reason."
    ),
    "a_reconsideration_has_its_correction": _(
        "A decision that reconsiders another needs a correction with its reason."
    ),
    "a_correction_is_of_a_decision_in_force": _(
        "That decision was already corrected. Correct the decision that stands in its place."
    ),
    "a_proposal_again_follows_a_withdrawal": _(
        "Only a withdrawn element is proposed again, and the proposal names the withdrawal."
    ),
    "only_a_reservation_or_an_objection_is_lifted": _(
        "Only a reservation or an objection is lifted."
    ),
}
"""Each rule that a trigger keeps, with the sentence for the person who ran into it."""


type ModelClass = Any
"""A model's class. pgtrigger passes that where its annotations speak of an instance."""


def raises(rule: str) -> str:
    """The SQL that refuses because of `rule` (a key of REFUSALS).

    The sentence is not in it: it is for people, translated, and may be improved without touching
    the triggers.
    """
    if rule not in REFUSALS:
        raise KeyError(rule)
    return (
        f"RAISE EXCEPTION USING ERRCODE = 'check_violation', CONSTRAINT = '{rule}', "
        f"TABLE = TG_TABLE_NAME, MESSAGE = '{rule.replace('_', ' ')}';"
    )


def broken_rule(error: IntegrityError) -> str:
    """The name of the constraint or rule that the database refused for; "" if it named none."""
    diagnostics = getattr(error.__cause__, "diag", None)
    return getattr(diagnostics, "constraint_name", None) or ""


class RuleSql(compiler.UpsertTriggerSql):
    """The trigger's SQL without the question whether to ignore it."""

    def get_template(self) -> str:
        return """
            CREATE OR REPLACE FUNCTION {pgid}()
            RETURNS TRIGGER AS $$
                {declare}
                BEGIN
                    {func}
                END;
            $$ LANGUAGE plpgsql;

            DROP TRIGGER IF EXISTS {pgid} ON {table};
            CREATE {constraint} TRIGGER {pgid}
                {when} {operation} ON {table}
                {timing}
                {referencing}
                FOR EACH {level} {condition}
                EXECUTE PROCEDURE {execute};

            COMMENT ON TRIGGER {pgid} ON {table} IS '{hash}';
        """


class Unignorable(pgtrigger.Trigger):
    """A trigger that no setting of the session switches off."""

    def compile(self, model: ModelClass) -> compiler.Trigger:
        return compiler.Trigger(
            name=self.name,
            sql=RuleSql(
                pgid=self.get_pgid(model),
                declare=self.render_declare(model),
                func=" ".join(self.render_func(model).split()),
                table=model._meta.db_table,
                constraint="CONSTRAINT" if self.timing else "",
                when=self.when,
                operation=self.operation,
                timing=f"DEFERRABLE INITIALLY {self.timing}" if self.timing else "",
                referencing=self.referencing or "",
                level=self.level,
                condition=self.render_condition(model),
                execute=self.render_execute(model),
            ),
        )


class Rule(Unignorable):
    """A rule whose body is written out: `Rule(name=..., when=..., operation=..., func="...")`."""


class Refuse(Unignorable):
    """Refuses an operation on any row, whatever it is."""

    when = pgtrigger.Before

    def __init__(self, *, rule: str, **kwargs: Any) -> None:
        self.rule = rule
        super().__init__(**kwargs)

    def get_func(self, model: ModelClass) -> str:
        return raises(self.rule)


def insert_only(rule: str = "the_record_is_insert_only") -> list[pgtrigger.Trigger]:
    """No UPDATE, DELETE or TRUNCATE."""
    return [
        Refuse(name="insert_only", operation=pgtrigger.Update | pgtrigger.Delete, rule=rule),
        never_emptied(),
    ]


def never_emptied() -> pgtrigger.Trigger:
    """No TRUNCATE, which row triggers do not see."""
    return Refuse(
        name="never_emptied",
        level=pgtrigger.Statement,
        operation=pgtrigger.Truncate,
        rule="a_table_of_the_record_is_never_emptied",
    )


def stays_in_its_group(field: str = "group") -> pgtrigger.Trigger:
    """What others refer to is not moved to another group (or to another parent, for `field`)."""
    return Rule(
        name="stays_in_its_group",
        when=pgtrigger.Before,
        operation=pgtrigger.Update,
        condition=pgtrigger.AnyChange(field),
        func=raises("all_of_one_group"),
    )


def path_as_sql(model: ModelClass, path: str, row: str = "NEW") -> str:
    """The column at the end of a path of foreign keys, read from a row of a trigger.

    `path_as_sql(Wording, "element__group")` is a scalar subquery: the id of the group of the
    new wording's element.
    """
    first, _separator, rest = path.partition("__")
    field = model._meta.get_field(first)
    column = f'{row}."{field.column}"'
    if not rest:
        return column
    related = field.related_model
    alias = f"r{len(rest)}"
    inner = path_as_sql(related, rest, row=alias)
    return (
        f"(SELECT {inner} FROM {related._meta.db_table} {alias} "
        f"WHERE {alias}.{related._meta.pk.column} = {column})"
    )


class OfOneGroup(Unignorable):
    """What a row refers to belongs to one working group: the values at all `paths` are equal.

    A path that ends in NULL (nothing referred to) is left out of the comparison.
    """

    when = pgtrigger.Before
    operation = pgtrigger.Insert | pgtrigger.Update

    def __init__(self, *paths: str, name: str = "of_one_group", rule: str = "all_of_one_group"):
        self.paths = paths
        self.rule = rule
        super().__init__(name=name)

    def get_func(self, model: ModelClass) -> str:
        values = ", ".join(f"({path_as_sql(model, path)})" for path in self.paths)
        return f"""
            IF (SELECT count(DISTINCT v) FROM (VALUES {values}) AS of_group(v)) > 1 THEN
                {raises(self.rule)}
            END IF;
            RETURN NEW;
        """
