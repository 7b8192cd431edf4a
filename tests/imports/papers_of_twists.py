"""Papers with a twist in a word beside, below or above: what was certain and should not be."""

from tests.imports.paper import Paper, agreed, told


def one(name: str, twisted: str, *doubts: str, items: tuple[str, ...] = ("Salt", "Soup")) -> Paper:
    """A paper of a kitchen in which the Group agreed on two things, with a twist."""
    return Paper(name, f"{HEAD}{twisted}", [agreed(*items, doubts=doubts)])


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
        one(f"below: {below}", f"{AGREED}{LIST}\n{below}\n", "taken-back")
        for below in (
            "Subject to the word of the capitals.",
            "Both are pending.",
            "The Group revisited this after lunch.",
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
        Paper(f"under a heading: {heading}", f"{HEAD}{heading}\n\n{AGREED}{LIST}", [], ["part"])
        for heading in ("Dissenting opinion", "Errata", "Rescinded decisions")
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
