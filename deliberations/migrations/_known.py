"""The SQL that keeps how many elements stood where, on both clocks (deliberations.models.tallies), where
_tallies.py kept only what is known today. Migration 0018 runs this text; a change of it is a new
constant and a new migration.
"""

from deliberations.migrations import _tallies
from deliberations.migrations._tallies import BLOCK

KEY = (
    "group_id, public, known_to, at_to, at_from, known_from, question_id, heading_id, status,"
    " decision_id, place, block"
)

# By what holds at an instant of either clock, which no order of columns finds.
TABLE = f"""
DROP INDEX deliberations_tally_key;
ALTER TABLE deliberations_tally
    ADD COLUMN known_from timestamptz NOT NULL, ADD COLUMN known_to timestamptz NOT NULL;
CREATE UNIQUE INDEX deliberations_tally_key ON deliberations_tally ({KEY});
CREATE INDEX deliberations_tally_held ON deliberations_tally
    USING gist (tstzrange(at_from, at_to), tstzrange(known_from, known_to));
"""

KEYED = f"""
    SELECT e.group_id, k.public, k.known_to, k.at_to, k.at_from, k.known_from, e.question_id,
        COALESCE(e.heading_id, 0) AS heading_id, k.status, COALESCE(d.id, 0) AS decision_id,
        COALESCE(d.place, 0) AS place, (COALESCE(p.position, e.number) - 1) / {BLOCK} AS block,
        count(*)::integer AS number
    FROM %s k
    JOIN deliberations_element e ON e.id = k.element_id
    LEFT JOIN deliberations_disposition p ON p.id = k.disposition_id
    LEFT JOIN deliberations_decision d ON d.id = p.decision_id
    GROUP BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12
"""
MORE = f"""
    INSERT INTO deliberations_tally AS kept ({KEY}, number) {KEYED}
    ON CONFLICT ({KEY}) DO UPDATE SET number = kept.number + excluded.number;
"""
SAME = " AND ".join(f"kept.{name} = less.{name}" for name in KEY.split(", "))
LESS = f"""
    -- What is counted down to nothing goes: the tallies are as few as what they tell.
    WITH less AS MATERIALIZED ({KEYED}), ended AS (
        DELETE FROM deliberations_tally kept USING less
        WHERE {SAME} AND kept.number = less.number)
    UPDATE deliberations_tally kept SET number = kept.number - less.number FROM less
    WHERE {SAME} AND kept.number <> less.number;
"""


def anew(*bodies: tuple[str, str]) -> str:
    return "".join(
        _tallies.function(name, body).replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION")
        for name, body in bodies
    )


# What nobody may write by hand is written here.
EMPTIED = """
ALTER TABLE deliberations_tally DISABLE TRIGGER USER;
DELETE FROM deliberations_tally;
"""
ENABLED = "ALTER TABLE deliberations_tally ENABLE TRIGGER USER;"

FORWARD = "".join(
    [
        EMPTIED,
        TABLE,
        anew(("count_more", MORE), ("count_less", LESS)),
        MORE % "deliberations_stay",
        ENABLED,
    ]
)
BACKWARD = "".join(
    [
        EMPTIED,
        "DROP INDEX deliberations_tally_held; DROP INDEX deliberations_tally_key;",
        "ALTER TABLE deliberations_tally DROP COLUMN known_from, DROP COLUMN known_to;",
        f"CREATE UNIQUE INDEX deliberations_tally_key ON deliberations_tally ({_tallies.KEY});",
        anew(("count_more", _tallies.MORE), ("count_less", _tallies.LESS)),
        _tallies.FILL,
        ENABLED,
    ]
)
