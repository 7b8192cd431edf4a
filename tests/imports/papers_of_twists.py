"""Papers with a twist in a word beside, below or above: what was certain and should not be."""

from collections.abc import Sequence

from tests.imports.paper import Paper, agreed, told


def one(
    name: str,
    twisted: str,
    *doubts: str,
    items: tuple[str, ...] = ("Salt", "Soup"),
    left: Sequence[str] = (),
) -> Paper:
    """A paper of a kitchen in which the Group agreed on two things, with a twist."""
    return Paper(name, f"{HEAD}{twisted}", [agreed(*items, doubts=doubts)], [*left])


HEAD = "Kitchen Group\n\nMinutes of the third meeting\n\n3 May 2026\n\n"
AGREED = "The Group agreed on the following elements:\n\n"
LIST = "- Salt\n- Soup\n"

PAPERS = [
    *(
        one(f"said of the things: {words}", f"The Group {words}:\n\n{LIST}", "further-words")
        for words in (
            "agreed on the following elements in part",
            "adopted the following proposals as a basis for its work",
            "approved the following standards for ballot",
            "accepted the following proposals with regret",
        )
    ),
    *(
        one(f"below: {below}", f"{AGREED}{LIST}\n{below}\n", "taken-back", left=left)
        for below, *left in (
            ("Subject to the word of the capitals.",),
            ("Both are pending.",),
            ("The Group revisited this after lunch.",),
            ("1 Not agreed by all.", "negated"),
            ("Except the second.",),
            ("This was only provisional.",),
            ("The agreement fell apart on the last day.", "negated"),
            ("Agreed ad referendum.", "unknown"),
            ("This list is not exhaustive and was not finalised.",),
            ("No agreement was reached on these.", "negated"),
            ("The Chair ruled the decision inadmissible.", "unknown"),
            ("The next day, the agreement was withdrawn.", "conditional"),
            ("Cuba objected.",),
            ("Cuba and India broke the silence.",),
            ("These are conditional on the budget.",),
            ("To be confirmed by capitals.",),
            ("NB: not agreed.", "unknown"),
            ("If no delegation objects by Friday, the above stands.",),
            ("Alternatively, the list could be rejected.", "conditional"),
            ("The above was the wish of the Chair.",),
            ("Moved: Ana. Seconded: none.",),
            ("So proposed the Chair; the Group did not respond.",),
        )
    ),
    one(
        "words in brackets within an item",
        f"{AGREED}- [Sea] salt\n- Soup\n",
        "item-brackets",
        items=("[Sea] salt", "Soup"),
    ),
    one(
        "boxes to be ticked",
        f"{AGREED}- [ ] Salt\n- [x] Soup\n",
        "item-brackets",
        items=("[ ] Salt", "[x] Soup"),
    ),
    one(
        "each item says yes or no",
        f"{AGREED}- Yes: Salt\n- No: Soup\n",
        "item-speaks",
        items=("Yes: Salt", "No: Soup"),
    ),
    one(
        "a letter that looks as another",
        f"{AGREED}- Salt, n\u043et soup\n- Soup\n",
        "two-scripts",
        items=("Salt, n\u043et soup", "Soup"),
    ),
    Paper(
        "lists of nothing, and the end of the day",
        f"{HEAD}{AGREED}- None\n- TBD\n- ...\n- Adjourned at five\n",
        [],
        ["no-element"] * 4,
    ),
    Paper(
        "left out of a list: deleted, or not by all",
        f"{HEAD}{AGREED}- Salt\n- Soup (deleted)\n- Oil (not unanimous)\n- Rice \u2717\n",
        [agreed("Salt")],
        ["suffix", "suffix", "bracketed"],
    ),
    *(
        Paper(
            f"under a heading: {heading}",
            f"{HEAD}{heading}\n\n{AGREED}{LIST}",
            [],
            [*left, "part"],
        )
        for heading, *left in (
            ("Dissenting opinion",),
            ("Errata",),
            ("Rescinded decisions",),
            ("What went wrong",),
            ("What went wrong?",),
            ("What should have been",),
            ("Lessons learned",),
            ("Mistakes of the third meeting",),
            ("Paragraph 12 of the second report",),
            ("Second meeting",),
            ("Text of 2 May",),
            ("Text for adoption", "unknown"),
            ("Wording of France",),
            ("Chair’s proposal",),
            ("Secretariat note",),
            ("Reservation of the United States",),
            ("Explanation of vote",),
            ("Bracketed text",),
            ("Existing text",),
            ("Version 1",),
            ("Fallback",),
            ("Possible outcome",),
            ("If consensus is found", "conditional"),
            ("Not adopted", "negated"),
            ("Pending",),
            ("Withdrawn", "unknown"),
        )
    ),
    Paper(
        "a reservation below a list takes nothing from the next one",
        f"{HEAD}{AGREED}{LIST}\nReservation by Peru, 2 May 2026: “We wait.”\n\n"
        "The Group rejected the following elements:\n\n- Oil\n- Rice\n",
        [agreed("Salt", "Soup", doubts=("taken-back",)), told("rejected", "Oil", "Rice")],
    ),
    *(
        Paper(
            f"a heading that is only a topic: {topic}",
            f"{HEAD}{topic}\n\n{AGREED}{LIST}",
            [agreed("Salt", "Soup")],
        )
        for topic in ("For the cooks", "Soup version 3 in kitchens", "Potential of salt")
    ),
    *(
        Paper(
            f"what is put in another’s place: {first} … {second}",
            f"{HEAD}{first}\n\n{AGREED}- Oil\n- Rice\n\n{second}\n\n{AGREED}{LIST}",
            [],
            ["part", "part"],
        )
        for first, second in (
            ("Replace", "by"),
            ("Replace:", "By:"),
            ("Replace paragraph 4", "with the following"),
            ("For", "Read"),
        )
    ),
    *(
        one(f"led to: {above}", f"{above}:\n\n{AGREED}{LIST}", "led-to", left=left)
        for above, *left in (
            ("In the words of the second report",),
            ("The decision of 2016 read as follows", "reported"),
            ("France wished the report to say",),
            ("A delegation asked that the minutes reflect the following",),
        )
    ),
    *(
        one(f"an item: {item}", f"{AGREED}- Salt\n- {item}\n", doubt, items=("Salt", item))
        for doubt, items in {
            "goes-on": ("of a bad compromise", "by “pepper”"),
            "item-edits": ("Delete “soup”",),
            "item-brackets": ("<Soup>", "~Soup~ stew"),
            "item-asks": ("Soup (?)",),
            "item-speaks": (
                "Soup, since taken back by its author",
                "Soup*",
                "Alt 1: soup",
                "Option A: soup",
                "Other elements to be agreed",
                "Peru: soup",
                "Ana: I can live with soup",
                "India said that soup is needed",
                "The delegation of India supports soup",
                "Soup was postponed",
                "Soup moved to annex",
                "Soup, merged with item 1",
                "Soup → stew",
                "Soup (next meeting)",
                "Soup – further discussion needed",
                "Soup, Ana to redraft",
                "Soup. The Group could not agree on stew.",
                "Soup, by a majority",
            ),
        }.items()
        for item in items
    ),
    *(
        Paper(
            f"an item that only stands for others: {item}",
            f"{HEAD}{AGREED}- Salt\n- {item}\n",
            [agreed("Salt")],
            ["no-element"],
        )
        for item in ("Idem", "Same as above", "etc.", "and so on")
    ),
    Paper(
        "lists that were split in a quotation, or go on",
        f"{HEAD}The Group agreed on the following amendments: replace “salt; oil” by “pepper”\n\n"
        "The Group agreed on the following elements: the end of a war; of a bad compromise\n",
        [agreed("the end of a war", "of a bad compromise", doubts=("goes-on",))],
        ["no-list"],
    ),
    *(
        Paper(
            f"more than a basis: {words}",
            f"{HEAD}The Group adopted the following elements {words}:\n\n{LIST}",
            [agreed("Salt", "Soup", basis=basis, doubts=("further-words",))],
        )
        for words, basis in (
            ("by a vote short of two thirds", "vote"),
            ("by rough consensus of those present", "rough-consensus"),
            ("by a silence procedure ending Friday", "silence"),
        )
    ),
    Paper(
        "accepted by those who proposed, and what a body of standards takes as its work",
        f"{HEAD}The following amendments were accepted by their proposers:\n\n{LIST}\n"
        f"The Group adopted the following proposals as working group items:\n\n- Oil\n- Rice\n",
        [agreed("Oil", "Rice", doubts=("further-words",))],
        ["unknown"],
    ),
    Paper(
        "a third meeting that agreed to disagree",
        f"{HEAD}The Group agreed to disagree on the following elements:\n\n{LIST}\n"
        f"It was agreed to disagree on the following elements:\n\n- Oil\n- Rice\n",
        [],
        ["negated", "negated"],
    ),
    Paper(
        "further resolutions that are none",
        f"{HEAD}RESOLUTION: of a bad compromise\n\nRESOLUTION: maybe add soup to the menu\n\n"
        "RESOLUTION: editors to add soup\n\nRESOLUTION: accept the list as the basis for soup\n\n"
        "RESOLUTION: add soup for a month\n",
        [],
        ["unknown", "conditional", "unknown", "conditional", "conditional"],
    ),
    *(
        Paper(
            f"a resolution that did not stand: {below}",
            f"{HEAD}RESOLUTION: add soup to the menu\n\n{below}\n",
            [],
            ["undone", *left],
        )
        for below, left in (
            ("<ana> that was not a resolution", ["negated"]),
            ("<ana> hold on, I disagree", ["negated"]),
            ("<ana> s/add soup/add stew/", []),
            ("<ana> we did not have quorum", []),
            ("RESOLUTION: rescind the previous resolution", ["about-a-text"]),
        )
    ),
    Paper(
        "resolutions that are none",
        f"{HEAD}RESOLUTION: punt to version 2\n\nRESOLUTION: leave as is\n\n"
        "RESOLUTION: salt every soup modulo the cook\n\n"
        "RESOLUTION: salt every soup, Ben objecting\n",
        [],
        ["unknown", "unknown", "conditional", "two-outcomes"],
    ),
    Paper(
        "other words of other bodies",
        "The Senate passed the following resolutions:\n\n- Salt\n\n"
        "The Works Council consented to the following measures:\n\n- Soup\n\n"
        "Having considered the matter, the Senate resolved that the following proposals be"
        " rejected or deferred to its report:\n\n- Oil\n\n"
        "The Board of Trustees rejected the following proposals:\n\n- Rice\n",
        [agreed("Salt"), agreed("Soup"), told("rejected", "Rice")],
        ["carried"],
    ),
]
