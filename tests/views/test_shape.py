"""The shape that STYLE holds pages to: names that agree, addresses that resolve, templates that
compile, fragments that are pieces of their pages."""

import ast
import inspect
import re
from importlib import import_module
from itertools import chain
from pathlib import Path
from typing import Any

import pytest
from django.template.defaulttags import URLNode
from django.template.loader import get_template
from django.urls import NoReverseMatch, reverse

from deliberations import urls, views
from deliberations.views.acts import act_page
from deliberations.views.issuing import issued

ROOT = Path(__file__).parent.parent.parent
TEMPLATES = {
    path.relative_to(ROOT / "templates").as_posix(): path.read_text()
    for path in sorted((ROOT / "templates").rglob("*.html"))
}
MODULES = [
    import_module(f"deliberations.views.{path.stem}")
    for path in sorted(Path(next(iter(views.__path__))).glob("[a-z]*.py"))
]
PAGES: dict[str, Any] = {
    pattern.name: pattern.callback for pattern in urls.urlpatterns if pattern.name
}

# Not <nouns>/<page>.html, because …
OTHERWISE_NAMED = {
    "record": "record.html",  # it is the page of the group: the record, of no noun
    "search": "search.html",  # of all nouns
    "sign_in": "people/sign_in.html",  # it is Django's view, and an act of nobody's noun
    # … these are a form and nothing else, and all such pages are one:
    "decision_annul": "acts/form.html",
    "person_password": "acts/form.html",
    "check_look": "acts/form.html",
    "element_propose": "acts/form.html",
    "element_reword": "acts/form.html",
    "element_second": "acts/form.html",
    "element_withdraw": "acts/form.html",
    "meeting_publish": "acts/form.html",
    "statement_lift": "acts/form.html",
    "statement_on_decision": "acts/form.html",
    "statement_on_element": "acts/form.html",
}
# … there is nothing to read:
WITHOUT_TEMPLATE = {
    "healthz",  # for machines
    "home",  # leads on
    "decision_put_right",  # a button
    "group_compare_table",  # CSV
    "element_table",  # CSV and XLSX
    "decision_table",
    "meeting_table",
    "contributor_table",
    "document_table",
    "history_table",
    "search_table",
    "contributor_feed",  # for programs
    "element_feed",
    "group_feed",
    "meeting_feed",
    "search_feed",
    "meeting_calendar",
    "meeting_list_calendar",
    "check_again",  # buttons
    "import_read",
    "meeting_adjourn",
    "meeting_open",
    "meeting_synthesis_text",  # plain text
    "meeting_issue",
    "group_report_text",
    "group_report_docx",
    "group_report_pdf",
    "group_report_issue",
    "document_text",
    "document_docx",
    "document_pdf",
    "decision_docx",  # files
    "decision_pdf",
    "archive_public",
    "archive_whole",
    "import_original",
    "style_back",
    "style_built",
    "style_docx",
    "meeting_synthesis_docx",
    "meeting_synthesis_pdf",
    "meeting_take_up",
    "sign_out",
}
NOUNS = {
    "archive": "archives",
    "check": "checks",
    "contributor": "contributors",
    "decision": "decisions",
    "document": "documents",
    "element": "elements",
    "group": "groups",
    "history": "history",
    "import": "imports",
    "meeting": "meetings",
    "statement": "statements",
    "style": "styles",
}


def named_by_the_rule(name: str) -> str:
    noun, _, page = name.partition("_")
    return f"{NOUNS[noun]}/{page}.html"


def tree_of(view) -> ast.AST:
    return ast.parse(inspect.getsource(view))


def template_of(name: str) -> str:
    """The template that the view names, or that of the page of an act."""
    view = PAGES[name].__wrapped__
    if hasattr(view, "view_class"):
        return str(view.view_class.template_name)
    named = [
        str(node.value)
        for node in ast.walk(tree_of(view))
        if isinstance(node, ast.Constant) and str(node.value).endswith(".html")
    ]
    if not named and act_page.__name__ in called_in(view):
        named = [inspect.signature(act_page).parameters["template"].default]
    return "".join(named)


def compiled(name: str) -> Any:
    """The template, or the piece of it, behind Django's own wrapping."""
    wrapped: Any = get_template(name)
    return wrapped.template


def called_in(view) -> set[str]:
    return {
        node.func.id
        for node in ast.walk(tree_of(view))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)
    }


def test_an_address_is_named_as_its_view():
    found = {
        name: [m.__name__ for m in MODULES if getattr(m, name, None) is view.__wrapped__]
        for name, view in PAGES.items()
        if not name.endswith("_data")
    }

    assert [name for name, modules in found.items() if len(modules) != 1] == []


def test_the_data_of_a_page_are_of_the_same_view():
    data = {name: view for name, view in PAGES.items() if name.endswith("_data")}

    assert data == {name: PAGES[name.removesuffix("_data")] for name in data}
    assert data != {}


def test_every_view_has_an_address():
    shared = {act_page, issued, import_module("deliberations.views.meetings").do}
    found = {
        function
        for module in MODULES
        for _, function in inspect.getmembers(module, inspect.isfunction)
        if function.__module__ == module.__name__ and is_view(function)
    }

    assert found - shared - {view.__wrapped__ for view in PAGES.values()} == set()


def is_view(function) -> bool:
    """Whether it answers a request; what answers a problem is not asked for at an address."""
    first = next(iter(inspect.signature(function).parameters), "")
    says = function.__annotations__.get("return")
    answers = function.__module__ == "deliberations.views.answers"
    return first == "request" and getattr(says, "__name__", "") == "HttpResponse" and not answers


def test_a_template_is_named_as_its_page():
    pages = {name for name in PAGES if not name.endswith("_data")} - {"sign_out"}
    named = {name: template_of(name) for name in pages - WITHOUT_TEMPLATE}

    assert named == {
        name: OTHERWISE_NAMED.get(name) or named_by_the_rule(name)
        for name in pages - WITHOUT_TEMPLATE
    }
    assert {name: template_of(name) for name in WITHOUT_TEMPLATE - {"sign_out"}} == dict.fromkeys(
        WITHOUT_TEMPLATE - {"sign_out"}, ""
    )


@pytest.mark.parametrize("name", TEMPLATES)
def test_a_template_compiles(name):
    assert compiled(name).name == name


def test_every_template_is_shown_somewhere():
    mentioned = set(re.findall(r"[\w/]+\.html", "".join(TEMPLATES.values())))
    views_show = {template_of(name) for name in PAGES} - {""}
    python = "".join(path.read_text() for path in (ROOT / "deliberations").rglob("*.py"))
    python_shows = set(re.findall(r"[\w/]+\.html", python))
    ours = {name for name in TEMPLATES if not name.startswith("admin/")}

    assert ours - mentioned - views_show - python_shows == set()


SAMPLES = {
    "finding": "open-1",
    "end": "csv",
    "group": "wgec",
    "meeting": 2,
    "number": 41,
    "slug": "apc",
}


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_address_in_a_template_resolves(name):
    nodes = compiled(name).nodelist.get_nodes_by_type(URLNode)
    broken = []
    for node in nodes:
        address = node.view_name.var
        if not isinstance(address, str):
            continue  # named by the view; the pages with their buttons are opened elsewhere
        try:
            reverse(address, kwargs={word: SAMPLES[word] for word in node.kwargs})
        except NoReverseMatch as refusal:
            broken.append(str(refusal))

    assert broken == []
    if not name.startswith("admin/"):
        assert len(nodes) == len(re.findall(r"{% url ", TEMPLATES[name]))


def fragments_served() -> dict[str, set[str]]:
    """{template: the pieces that its view serves}"""
    served: dict[str, set[str]] = {}
    for name, view in PAGES.items():
        if hasattr(view.__wrapped__, "view_class"):
            continue
        for node in ast.walk(tree_of(view.__wrapped__)):
            if isinstance(node, ast.keyword) and node.arg == "fragments":
                served.setdefault(template_of(name), set()).update(ast.literal_eval(node.value))
    return served


def test_a_fragment_is_a_piece_of_its_page():
    defined = {
        name: set(re.findall(r"{% partialdef (\w+)", text)) for name, text in TEMPLATES.items()
    }

    assert fragments_served() == {name: pieces for name, pieces in defined.items() if pieces}


def test_a_fragment_is_named_as_the_piece_of_the_page_that_it_fills():
    targets = {
        name: set(re.findall(r'hx-target="#(\w+)"', text)) for name, text in TEMPLATES.items()
    }

    assert {name: found for name, found in targets.items() if found} == fragments_served()
    for template, fragments in fragments_served().items():
        for fragment in fragments:
            piece = compiled(f"{template}#{fragment}")
            texts = chain.from_iterable(node.token.contents for node in piece.nodelist[:1])
            assert f'id="{fragment}"' in "".join(texts)
