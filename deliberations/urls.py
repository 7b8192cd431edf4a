"""The addresses of the record: a table of contents. URL name = view name = template name.

An address is a page (read, and as data), an act (a form: read and sent) or a button (only sent).
"""

from django.http import HttpRequest, HttpResponsePermanentRedirect
from django.urls import URLPattern, path, re_path, register_converter

from deliberations.views import (
    agenda,
    archives,
    checks,
    console,
    contributors,
    decisions,
    documents,
    elements,
    feeds,
    groups,
    health,
    history,
    imports,
    lists,
    meetings,
    people,
    proposals,
    report,
    search,
    statements,
    styles,
    synthesis,
    uploads,
)
from deliberations.views.answers import View, takes


class NumberConverter:
    """A number of the record: plain digits, from 1 on, no more than a column holds."""

    regex = "[1-9][0-9]{0,8}"

    def to_python(self, value: str) -> int:
        return int(value)

    def to_url(self, value: int) -> str:
        return str(value)


class FindingConverter:
    """The key of a finding: of which check, about which rows."""

    regex = "[a-z]{1,20}(?:-[1-9][0-9]{0,17}){1,2}"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


class EndConverter:
    """How the file of a table ends."""

    regex = "csv|xlsx"

    def to_python(self, value: str) -> str:
        return value

    def to_url(self, value: str) -> str:
        return value


register_converter(NumberConverter, "number")
register_converter(EndConverter, "end")
register_converter(FindingConverter, "finding")


def page(route: str, view: View) -> list[URLPattern]:
    """A page and its data: the same view, at `…/` and at `….json`."""
    name = view.__name__
    view = takes("GET", "HEAD")(view)
    return [
        path(route, view, name=name),
        path(f"{route.removesuffix('/')}.json", view, name=f"{name}_data"),
    ]


def feed(route: str, view: View) -> list[URLPattern]:
    """What programs fetch for those who follow a page: the same view, as Atom and as JSON Feed."""
    name = view.__name__
    view = takes("GET", "HEAD")(view)
    return [
        path(f"{route}feed.atom", view, name=name),
        path(f"{route}feed.json", view, name=f"{name}_data"),
    ]


def table(route: str, view: View) -> URLPattern:
    """A list to take along, at `….csv` and at `….xlsx`."""
    return path(f"{route}.<end:end>", takes("GET", "HEAD")(view), name=view.__name__)


def act(route: str, view: View) -> list[URLPattern]:
    """A form: an address without data."""
    return [path(route, takes("GET", "HEAD", "POST")(view), name=view.__name__)]


def button(route: str, view: View) -> list[URLPattern]:
    """What is done by a button of another page: nothing to read there."""
    return [path(route, takes("POST")(view), name=view.__name__)]


def to_data(request: HttpRequest, before: str) -> HttpResponsePermanentRedirect:
    """`/wgec/elements/.json` is read as `/wgec/elements.json`."""
    query = request.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"/{before}.json" + (f"?{query}" if query else ""))


MEETING = "<slug:group>/meetings/<number:meeting>/"
DECISION = f"{MEETING}decisions/<number:number>/"
ELEMENT = "<slug:group>/elements/<number:number>/"
ISSUE = "<slug:group>/documents/<number:number>/"
FINDING = "<slug:group>/checks/<finding:finding>/"
CONTRIBUTOR = "<slug:group>/contributors/<slug:slug>/"

urlpatterns = [
    path("healthz", takes("GET", "HEAD")(health.healthz), name="healthz"),
    path("sign-in/", takes("GET", "HEAD", "POST")(people.sign_in), name="sign_in"),
    path("sign-out/", takes("POST")(people.sign_out), name="sign_out"),
    *act("account/password/", people.person_password),
    path("", takes("GET", "HEAD")(groups.home), name="home"),
    *page("groups/", groups.group_list),
    *page("<slug:group>/", groups.record),
    *feed("<slug:group>/", feeds.group_feed),
    *page("<slug:group>/compare/", groups.group_compare),
    *page("<slug:group>/pictures/", groups.group_pictures),
    table("<slug:group>/compare", groups.group_compare_table),
    *page("<slug:group>/report/", report.group_report),
    path(
        "<slug:group>/report.txt",
        takes("GET", "HEAD")(report.group_report_text),
        name="group_report_text",
    ),
    path(
        "<slug:group>/report.docx",
        takes("GET", "HEAD")(report.group_report_docx),
        name="group_report_docx",
    ),
    path(
        "<slug:group>/report.pdf",
        takes("GET", "HEAD")(report.group_report_pdf),
        name="group_report_pdf",
    ),
    *button("<slug:group>/report/issue/", report.group_report_issue),
    *page("<slug:group>/elements/", elements.element_list),
    table("<slug:group>/elements", lists.element_table),
    *act("<slug:group>/elements/propose/", proposals.element_propose),
    *page(ELEMENT, elements.element_detail),
    *feed(ELEMENT, feeds.element_feed),
    *act(f"{ELEMENT}reword/", proposals.element_reword),
    *act(f"{ELEMENT}withdraw/", proposals.element_withdraw),
    *act(f"{ELEMENT}second/", proposals.element_second),
    *act(f"{ELEMENT}statement/", statements.statement_on_element),
    *page("<slug:group>/meetings/", meetings.meeting_list),
    path(
        "<slug:group>/meetings.ics",
        takes("GET", "HEAD")(feeds.meeting_list_calendar),
        name="meeting_list_calendar",
    ),
    table("<slug:group>/decisions", lists.decision_table),
    *page(MEETING, meetings.meeting_detail),
    table(f"{MEETING}decisions", lists.meeting_table),
    *feed(MEETING, feeds.meeting_feed),
    path(
        f"{MEETING[:-1]}.ics",
        takes("GET", "HEAD")(feeds.meeting_calendar),
        name="meeting_calendar",
    ),
    *button(f"{MEETING}open/", meetings.meeting_open),
    *button(f"{MEETING}adjourn/", meetings.meeting_adjourn),
    *act(f"{MEETING}close/", agenda.meeting_close),
    *act(f"{MEETING}publish/", meetings.meeting_publish),
    *act(f"{MEETING}agenda/", agenda.meeting_agenda),
    *button(f"{MEETING}take-up/", agenda.meeting_take_up),
    *act(f"{MEETING}attendance/", meetings.meeting_attendance),
    *act(f"{MEETING}record/", console.meeting_record),
    *page(f"{MEETING}screen/", meetings.meeting_screen),
    path(
        f"{MEETING}script/", takes("GET", "HEAD")(meetings.meeting_script), name="meeting_script"
    ),
    *page(f"{MEETING}synthesis/", synthesis.meeting_synthesis),
    path(
        f"{MEETING}synthesis.txt",
        takes("GET", "HEAD")(synthesis.meeting_synthesis_text),
        name="meeting_synthesis_text",
    ),
    path(
        f"{MEETING}synthesis.docx",
        takes("GET", "HEAD")(synthesis.meeting_synthesis_docx),
        name="meeting_synthesis_docx",
    ),
    path(
        f"{MEETING}synthesis.pdf",
        takes("GET", "HEAD")(synthesis.meeting_synthesis_pdf),
        name="meeting_synthesis_pdf",
    ),
    *button(f"{MEETING}synthesis/issue/", synthesis.meeting_issue),
    *page(DECISION, decisions.decision_detail),
    path(
        f"{DECISION[:-1]}.docx",
        takes("GET", "HEAD")(decisions.decision_docx),
        name="decision_docx",
    ),
    path(
        f"{DECISION[:-1]}.pdf",
        takes("GET", "HEAD")(decisions.decision_pdf),
        name="decision_pdf",
    ),
    *act(f"{DECISION}correct/", decisions.decision_correct),
    *act(f"{DECISION}annul/", decisions.decision_annul),
    *button(f"{DECISION}put-right/", decisions.decision_put_right),
    *act(f"{DECISION}statement/", statements.statement_on_decision),
    *page("<slug:group>/statements/", statements.statement_list),
    *act("<slug:group>/statements/<number:number>/lift/", statements.statement_lift),
    *page("<slug:group>/contributors/", contributors.contributor_list),
    table("<slug:group>/contributors", lists.contributor_table),
    *page(CONTRIBUTOR, contributors.contributor_detail),
    *feed(CONTRIBUTOR, feeds.contributor_feed),
    *page("<slug:group>/documents/", documents.document_list),
    *page(ISSUE, documents.document_detail),
    path(
        f"{ISSUE[:-1]}.txt",
        takes("GET", "HEAD")(documents.document_text),
        name="document_text",
    ),
    path(
        f"{ISSUE[:-1]}.docx",
        takes("GET", "HEAD")(documents.document_docx),
        name="document_docx",
    ),
    path(
        f"{ISSUE[:-1]}.pdf",
        takes("GET", "HEAD")(documents.document_pdf),
        name="document_pdf",
    ),
    table("<slug:group>/documents", lists.document_table),
    *page("<slug:group>/archive/", archives.archive_detail),
    path(
        "<slug:group>/archive.zip",
        takes("GET", "HEAD")(archives.archive_public),
        name="archive_public",
    ),
    path(
        "<slug:group>/archive/whole.zip",
        takes("GET", "HEAD")(archives.archive_whole),
        name="archive_whole",
    ),
    *act("<slug:group>/import/", imports.import_list),
    *button("<slug:group>/import/read/", uploads.import_read),
    *act("<slug:group>/import/<number:number>/", imports.import_detail),
    path(
        "<slug:group>/import/<number:number>/original/",
        takes("GET", "HEAD")(imports.import_original),
        name="import_original",
    ),
    *act("<slug:group>/style/", styles.style_detail),
    *button("<slug:group>/style/back/", styles.style_back),
    path("<slug:group>/style.docx", takes("GET", "HEAD")(styles.style_built), name="style_built"),
    path(
        "<slug:group>/style/<number:number>.docx",
        takes("GET", "HEAD")(styles.style_docx),
        name="style_docx",
    ),
    *page("<slug:group>/search/", search.search),
    *feed("<slug:group>/search/", feeds.search_feed),
    table("<slug:group>/search", lists.search_table),
    *page("<slug:group>/checks/", checks.check_list),
    *act(f"{FINDING}look/", checks.check_look),
    *button(f"{FINDING}again/", checks.check_again),
    *page("<slug:group>/history/", history.history_list),
    table("<slug:group>/history", lists.history_table),
    *page("<slug:group>/history/<number:number>/", history.history_entry),
    # Not beginning with a slash, which would lead to another host.
    re_path(r"^(?P<before>[A-Za-z0-9][-A-Za-z0-9_/]*)/\.json$", takes("GET", "HEAD")(to_data)),
]
