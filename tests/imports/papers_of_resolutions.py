"""Papers whose lines carry a label, as in the log of a call. Invented."""

from tests.imports.paper import Paper, agreed

PAPERS = [
    Paper(
        "resolutions in a log",
        """\
Paint Working Group Teleconference

5 May 2026

<ana> scribe: Ben
<ben> Topic: names of colours
<ben> PROPOSED RESOLUTION: Colour names ignore case
<ana> +1
RESOLUTION: Colour names ignore case
<ben> cy: I could live with either
RESOLUTION: Reject issue 12, as out of scope
RESOLUTION: No consensus on gradients
RESOLUTION: Publish the primer

<ben> ... but Dee objected, so the resolution was withdrawn
ACTION: Ana to tell the list
""",
        [
            agreed("Colour names ignore case"),
            ("agreed or rejected", "", [], ["Reject issue 12, as out of scope"], ["about-a-text"]),
        ],
        ["unknown", "negated", "undone", "negated"],
    ),
    Paper(
        "resolutions that are none, or say more than themselves",
        """\
Kite Working Group

5 May 2026

RESOLUTION: None
RESOLVED: TBD
AGREED: to meet again in June
AGREED: Ticket 4 is rejected
RESOLUTION: Motion 3 carried
RESOLUTION: Proposal to reject string 4 carried
RESOLUTION: We do not accept tail 4
RESOLUTION: Let's not lengthen the string
RESOLUTION: Longer tails, subject to a test flight
RESOLUTION: Longer tails if Ana agrees
RESOLUTION: Longer tails (2 for, 5 against)
RESOLUTION: Ana to draw a longer tail
RESOLUTION: Reject red, accept blue
RESOLUTION: Reopen issue 4
RESOLUTION: Ask the members about tails
AGREED - Ana said that tails matter
AGREED: Tails are measured in feet (@ana:kites.example, 14:20:00)
RESOLUTION: Strings must not cross
RESOLUTION: Silk is allowed, with minor changes
""",
        [
            agreed("Tails are measured in feet"),
            agreed("Strings must not cross"),
            agreed("Silk is allowed, with minor changes", doubts=("as-amended",)),
        ],
        [
            *["unknown", "unknown", "unknown", "two-outcomes", "unknown", "unknown", "negated"],
            *["negated", "conditional", "conditional", "basis", "no-element", "about-a-text"],
            *["about-a-text", "no-element", "reported"],
        ],
    ),
    Paper(
        "resolutions that did not stand",
        """\
Kite Working Group

5 May 2026

RESOLUTION: Red tails

Vote: 3 for, 7 against

RESOLUTION: Blue tails

<ana> -1

RESOLUTION: Green tails

ana: I don't think we agreed that

RESOLUTION: Black tails

Deferred to June.

RESOLUTION: White tails

Vote: 7 for, 3 against
""",
        [agreed("White tails")],
        ["undone", "undone", "undone", "unknown", "undone", "carried"],
    ),
    Paper(
        "numbered resolutions of a board, and one that was only moved",
        """\
Board of the Tide Mills

5 May 2026

Whereas, the mill is old.

Resolved (2026.05.05.01), the Board hereby approves the Charter of the Mill.

Resolved (2026.05.05.02), the minutes of the meeting of 3 May are approved.

# Wheels

Ms Reed moved, seconded by Mr Holt, that the Board adopt the following resolution:

Resolved (2026.05.05.03), every wheel is painted.
""",
        [agreed("the Board hereby approves the Charter of the Mill.")],
        ["no-element", "unknown", "undone"],
    ),
    Paper(
        "a log that says that it is a draft",
        """\
Kite Working Group

- DRAFT -

5 May 2026

RESOLUTION: Tails are measured in feet
""",
        [agreed("Tails are measured in feet")],
        disclaimed=True,
    ),
    Paper(
        "names after a label, and what only points to what was agreed",
        """\
Kite Working Group

5 May 2026

AGREED: Ana and Ben
RESOLVED: ana, ben and carla
AGREED: Ana (Lille), Ben (Oslo)
AGREED: Brazil, India and the Republic of Kites
AGREED: @ana @ben
AGREED: Dr. Silva
AGREED: Ana and Ben as editors
AGREED: All present
AGREED: Strings and Tails
AGREED: Ana agrees with Ben
AGREED: option B
AGREED: as proposed by Ana
AGREED: Ana’s text
AGREED: 3 weeks
AGREED: Every kite has a tail
""",
        [agreed("Every kite has a tail")],
        [*["names"] * 9, "reported", *["points"] * 4],
    ),
]
