"""The table of who gets what: every address, whose it is, and what it answers to whom."""

from collections.abc import Callable

from tests.views.things import (
    FOREIGN,
    HIDDEN,
    NO_GROUP,
    OTHER_PARENT,
    THERE,
    UNKNOWN,
    Addresses,
)

type Answers = dict[str, Callable[[str], int]]
"""{which thing: the status, by who asks}"""

# ---- what an address may be for, and so what it answers: {method: answers}


def for_all(status: int) -> Callable[[str], int]:
    return lambda who: status


def for_the_secretary(status: int, others: int) -> Callable[[str], int]:
    return lambda who: status if who == "secretary" else others


def for_strangers(status: int, others: int) -> Callable[[str], int]:
    """A deactivated user is a stranger, too, whatever session they still have."""
    return lambda who: status if who in ("stranger", "deactivated") else others


NOWHERE = dict.fromkeys([FOREIGN, OTHER_PARENT, UNKNOWN, NO_GROUP], for_all(404))

READ: dict[str, Answers] = {
    "GET": {THERE: for_all(200), HIDDEN: for_the_secretary(200, others=404), **NOWHERE}
}
# What programs fetch is the same for everybody.
FETCH: dict[str, Answers] = {"GET": {THERE: for_all(200), HIDDEN: for_all(404), **NOWHERE}}
DO: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=404),
        **NOWHERE,
    },
    # An empty form.
    "POST": {
        THERE: for_the_secretary(422, others=403),
        HIDDEN: for_the_secretary(422, others=404),
        **NOWHERE,
    },
}
# Without its intention nothing is issued, and the page that a press leads to says so.
PRESS: dict[str, Answers] = {
    "POST": {
        THERE: for_the_secretary(303, others=403),
        HIDDEN: for_the_secretary(303, others=404),
        **NOWHERE,
    }
}
PRESS_AGAIN: dict[str, Answers] = {
    "POST": {
        THERE: for_the_secretary(303, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
    }
}
LOOK: dict[str, Answers] = {"GET": DO["GET"]}
# An empty form says that nobody was present, or, with no agenda, all there is to say.
SEND: dict[str, Answers] = {"GET": DO["GET"], "POST": PRESS["POST"]}
# Statements have no page and no number of their own, so nobody else learns which there are.
LIFT: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
    },
    "POST": {
        THERE: for_the_secretary(422, others=403),
        HIDDEN: for_the_secretary(422, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
    },
}
# To anybody but the secretariat, no number of a document says whether there is one.
BROUGHT_IN: dict[str, Answers] = {
    "GET": {
        THERE: for_the_secretary(200, others=403),
        HIDDEN: for_the_secretary(200, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
        NO_GROUP: for_all(404),
    },
    "POST": {
        THERE: for_the_secretary(400, others=403),
        HIDDEN: for_the_secretary(400, others=403),
        FOREIGN: for_the_secretary(404, others=403),
        UNKNOWN: for_the_secretary(404, others=403),
        NO_GROUP: for_all(404),
    },
}
TAKE_BACK: dict[str, Answers] = {"GET": BROUGHT_IN["GET"]}
# What becomes of the form is told in the lines of the answer.
BRING_IN: dict[str, Answers] = {"POST": {THERE: for_the_secretary(200, others=403), **NOWHERE}}
# The console answers an empty form with what would happen, nothing; the agenda stays as it is.
CONSOLE: dict[str, Answers] = {
    "GET": DO["GET"],
    "POST": {THERE: for_the_secretary(200, others=403), **NOWHERE},
}
SIGN_IN: dict[str, Answers] = {
    "GET": {THERE: for_strangers(200, others=302)},
    "POST": {THERE: for_strangers(200, others=302)},
}
OWN_PASSWORD: dict[str, Answers] = {
    "GET": {THERE: for_strangers(403, others=200)},
    "POST": {THERE: for_strangers(403, others=422)},
}

# ---- the table, in the order in which they are asked

TABLE: dict[str, tuple[str, str, dict[str, Answers]]] = {
    # name: (the thing it is of, the rest of its path, what it answers)
    "group_list": ("installation", "groups/", READ),
    "record": ("group", "", READ),
    "group_compare": ("group", "compare/", READ),
    "group_pictures": ("group", "pictures/", READ),
    "group_report": ("group", "report/", READ),
    "element_list": ("group", "elements/", READ),
    "element_detail": ("element", "", READ),
    "meeting_list": ("group", "meetings/", READ),
    "meeting_detail": ("meeting", "", READ),
    "meeting_screen": ("meeting", "screen/", READ),
    "meeting_synthesis": ("synthesis", "", READ),
    "decision_detail": ("decision", "", READ),
    "contributor_list": ("group", "contributors/", READ),
    "statement_list": ("group", "statements/", READ),
    "contributor_detail": ("contributor", "", READ),
    "document_list": ("group", "documents/", READ),
    "archive_detail": ("group", "archive/", READ),
    "document_detail": ("document", "", READ),
    "check_list": ("group", "checks/", READ),
    "search": ("group", "search/", READ),
    "history_list": ("group", "history/", READ),
    "history_entry": ("entry", "", READ),
    "group_list_data": ("installation", "groups.json", READ),
    "record_data": ("group", ".json", READ),
    "group_compare_data": ("group", "compare.json", READ),
    "group_pictures_data": ("group", "pictures.json", READ),
    "group_report_data": ("group", "report.json", READ),
    "element_list_data": ("group", "elements.json", READ),
    "element_detail_data": ("element", ".json", READ),
    "meeting_list_data": ("group", "meetings.json", READ),
    "meeting_detail_data": ("meeting", ".json", READ),
    "meeting_screen_data": ("meeting", "screen.json", READ),
    "meeting_synthesis_data": ("synthesis", ".json", READ),
    "decision_detail_data": ("decision", ".json", READ),
    "contributor_list_data": ("group", "contributors.json", READ),
    "statement_list_data": ("group", "statements.json", READ),
    "contributor_detail_data": ("contributor", ".json", READ),
    "document_list_data": ("group", "documents.json", READ),
    "archive_detail_data": ("group", "archive.json", READ),
    "document_detail_data": ("document", ".json", READ),
    "check_list_data": ("group", "checks.json", READ),
    "search_data": ("group", "search.json", READ),
    "history_list_data": ("group", "history.json", READ),
    "history_entry_data": ("entry", ".json", READ),
    "group_compare_table": ("group", "compare.csv?from=1", READ),
    "element_table": ("group", "elements.csv", READ),
    "decision_table": ("group", "decisions.xlsx", READ),
    "contributor_table": ("group", "contributors.csv", READ),
    "document_table": ("group", "documents.xlsx", READ),
    "history_table": ("group", "history.csv", READ),
    "search_table": ("group", "search.xlsx", READ),
    "meeting_table": ("meeting", "decisions.csv", READ),
    "group_feed": ("group", "feed.atom", FETCH),
    "group_feed_data": ("group", "feed.json", FETCH),
    "meeting_feed": ("meeting", "feed.atom", FETCH),
    "meeting_feed_data": ("meeting", "feed.json", FETCH),
    "element_feed": ("element", "feed.atom", FETCH),
    "element_feed_data": ("element", "feed.json", FETCH),
    "contributor_feed": ("contributor", "feed.atom", FETCH),
    "contributor_feed_data": ("contributor", "feed.json", FETCH),
    "search_feed": ("group", "search/feed.atom", FETCH),
    "search_feed_data": ("group", "search/feed.json", FETCH),
    "meeting_list_calendar": ("group", "meetings.ics", FETCH),
    "meeting_calendar": ("meeting", ".ics", FETCH),
    "element_propose": ("group", "elements/propose/", DO),
    "element_reword": ("element", "reword/", DO),
    "element_withdraw": ("element", "withdraw/", DO),
    "element_second": ("element", "second/", DO),
    "statement_on_element": ("element", "statement/", DO),
    "meeting_record": ("meeting", "record/", CONSOLE),
    "meeting_script": ("meeting", "script/", LOOK),
    "meeting_synthesis_text": ("synthesis", ".txt", READ),
    "meeting_synthesis_docx": ("synthesis", ".docx", READ),
    "meeting_synthesis_pdf": ("synthesis", ".pdf", READ),
    "meeting_issue": ("synthesis", "issue/", PRESS),
    "group_report_text": ("group", "report.txt", READ),
    "group_report_docx": ("group", "report.docx", READ),
    "group_report_pdf": ("group", "report.pdf", READ),
    "group_report_issue": ("group", "report/issue/", PRESS),
    "document_text": ("document", ".txt", READ),
    "document_docx": ("document", ".docx", READ),
    "document_pdf": ("document", ".pdf", READ),
    "decision_docx": ("decision", ".docx", READ),
    "decision_pdf": ("decision", ".pdf", READ),
    "decision_correct": ("decision", "correct/", DO),
    "decision_annul": ("decision", "annul/", DO),
    "statement_on_decision": ("decision", "statement/", DO),
    "statement_lift": ("statement", "", LIFT),
    # Last of what concerns the decision: it takes it out of force.
    "decision_put_right": ("decision", "put-right/", PRESS),
    "check_look": ("finding", "look/", LIFT),
    "check_again": ("looked-at finding", "again/", PRESS_AGAIN),
    "archive_public": ("group", "archive.zip", FETCH),
    "archive_whole": ("group", "archive/whole.zip", LOOK),
    "import_list": ("group", "import/", DO),
    "import_read": ("group", "import/read/", BRING_IN),
    "import_detail": ("import", "", BROUGHT_IN),
    "import_original": ("import", "original/", TAKE_BACK),
    "style_detail": ("group", "style/", DO),
    "style_built": ("group", "style.docx", LOOK),
    "style_docx": ("style", "", TAKE_BACK),
    "style_back": ("group", "style/back/", PRESS),
    "meeting_agenda": ("meeting", "agenda/", CONSOLE),
    "meeting_attendance": ("meeting", "attendance/", SEND),
    "meeting_open": ("planned meeting", "open/", PRESS),
    "meeting_take_up": ("planned meeting", "take-up/", PRESS),
    "meeting_adjourn": ("planned meeting", "adjourn/", PRESS),
    "meeting_close": ("planned meeting", "close/", SEND),
    "meeting_publish": ("planned meeting", "publish/", SEND),
    "healthz": ("installation", "healthz", {"GET": {THERE: for_all(200)}}),
    "home": ("installation", "", {"GET": {THERE: for_all(302)}}),
    "to_data": ("group", "elements/.json", {"GET": {THERE: for_all(301)}}),
    "person_password": ("installation", "account/password/", OWN_PASSWORD),
    "sign_in": ("installation", "sign-in/", SIGN_IN),
    "sign_out": ("installation", "sign-out/", {"POST": {THERE: for_all(302)}}),
}  # fmt: skip


def addresses_of(things: dict[str, Addresses]) -> dict[str, Addresses]:
    """{name of the address: {which thing: its address}}.

    Data are found as their page is: of what there is not, one kind is enough for them.
    """
    return {
        name: {
            which: path + rest if rest[:1] != "." else path.removesuffix("/") + rest
            for which, path in things[noun].items()
            if not rest.endswith(".json") or which in (THERE, HIDDEN, UNKNOWN)
        }
        for name, (noun, rest, _answers) in TABLE.items()
    }


def methods(name: str) -> dict[str, Answers]:
    _noun, _rest, answers = TABLE[name]
    return answers


def expected(name: str, method: str, which: str, who: str) -> int:
    answers = methods(name).get(method)
    return answers[which](who) if answers else 405
