"""The shape of the code: what may write, what may read in full, what imports what."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
from django.conf import settings
from django.utils.module_loading import import_string

ROOT = Path(__file__).parent.parent
CODE = ROOT / "deliberations"
MODULES = {
    path.relative_to(CODE).as_posix(): ast.parse(path.read_text())
    for path in sorted(CODE.rglob("*.py"))
    if path.relative_to(CODE).parts[0] != "migrations"
}


def calls(name: str) -> Iterator[ast.Call]:
    return (node for node in ast.walk(MODULES[name]) if isinstance(node, ast.Call))


# ---- only operations write

WRITING = {
    "save", "create", "update", "delete", "bulk_create", "bulk_update", "get_or_create",
    "update_or_create", "set_password", "save_form_data", "execute", "executemany", "raw",
    "asave", "acreate", "aupdate", "adelete", "abulk_create", "abulk_update", "aget_or_create",
    "aupdate_or_create", "create_user", "create_superuser", "save_m2m", "delete_model",
    "save_model", "save_formset", "delete_queryset",
}  # fmt: skip
# What only looks like it, or is not the record:
ALLOWED_TO_WRITE = {
    ("models/people.py", "set_password"),  # how a user is made: manage.py createsuperuser
    ("models/people.py", "save"),
    ("models/people.py", "create_user"),
    ("admin/people.py", "set_password"),  # on a user that an operation saves
    ("management/commands/allow_role.py", "execute"),  # GRANT
    ("management/commands/local_people.py", "set_password"),
    ("management/commands/verify_record.py", "execute"),  # SELECT
    ("papers/finishing.py", "save"),  # a file, in memory
    ("record_file/loading.py", "execute"),  # takes a lock
    ("record_file/unpacking.py", "update"),  # a checksum
    ("archives/packing.py", "update"),
    ("archives/packing.py", "execute"),  # begins to read
    ("readings/candidates.py", "execute"),  # SELECT of rows that visible_to leaves, put together
    ("readings/comparing.py", "execute"),  # SELECT that joins what visible_to leaves
    ("views/health.py", "execute"),  # SELECT 1
}


def writes(name: str) -> set[str]:
    return {
        call.func.attr
        for call in calls(name)
        if isinstance(call.func, ast.Attribute)
        and call.func.attr in WRITING
        and not any(
            keyword.arg == "commit" and is_false(keyword.value) for keyword in call.keywords
        )
    }


def is_false(value: ast.expr) -> bool:
    return isinstance(value, ast.Constant) and value.value is False


@pytest.mark.parametrize("name", [n for n in MODULES if not n.startswith("operations/")])
def test_only_operations_write(name):
    assert {(name, call) for call in writes(name)} - ALLOWED_TO_WRITE == set()


def test_operations_are_found_writing():
    """What the search above would find elsewhere."""
    assert writes("operations/decisions.py") == {"create", "bulk_create"}
    assert "save" in writes("operations/meetings.py")
    assert "delete" in writes("operations/surroundings.py")


# ---- what is shown starts from what its reader sees

READING = ("archives/", "data/", "forms/", "papers/", "readings/", "templatetags/", "views/")
ALLOWED_TO_READ_ALL = {
    ("views/documents.py", "Authorship"),  # everybody sees all
    ("views/contributors.py", "Authorship"),
    ("readings/styles.py", "Style"),  # every Word file shows everybody which is in force
    ("views/composing.py", "Standing"),  # a number, for the secretariat only
}


def read_in_full(name: str) -> set[tuple[str, str]]:
    """Of which models a module reads more than `.objects.visible_to(...)` (or none)."""
    return {
        (name, node.value.value.id)
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.Attribute)
        and isinstance(node.value, ast.Attribute)
        and node.value.attr == "objects"
        and isinstance(node.value.value, ast.Name)
        and node.attr not in {"visible_to", "none"}
    }


@pytest.mark.parametrize("name", [n for n in MODULES if n.startswith(READING)])
def test_what_is_shown_starts_from_what_its_reader_sees(name):
    assert read_in_full(name) - ALLOWED_TO_READ_ALL == set()


def test_operations_are_found_reading_in_full():
    """What the search above would find elsewhere; an act is judged by all that is recorded."""
    assert {model for _name, model in read_in_full("operations/elements.py")} > {"Standing"}


# ---- imports point down

# The higher may import the lower, and what lies in the same folder; "permissions" imports nothing.
LAYERS = [
    {"urls", "apps"},
    {"admin", "views", "management"},
    {"archives"},
    {"data", "papers", "templatetags", "record_file"},
    {"forms"},
    {"readings"},
    {"operations"},
    {"models"},
    {"permissions", "imports"},
]
HEIGHT = {layer: -height for height, layers in enumerate(LAYERS) for layer in layers}


def layer_of(name: str) -> str:
    return name.removeprefix("deliberations.").replace("/", ".").removesuffix(".py").split(".")[0]


def imported(name: str) -> set[str]:
    """The layers that a module imports, except for the checking of types."""
    only_types = {
        inner
        for node in ast.walk(MODULES[name])
        if isinstance(node, ast.If)
        and isinstance(node.test, ast.Name)
        and node.test.id == "TYPE_CHECKING"
        for inner in ast.walk(node)
    }
    found = set()
    for node in ast.walk(MODULES[name]):
        if node in only_types:
            continue
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.module == "deliberations":
            found |= {f"deliberations.{alias.name}" for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            found.add(node.module or "")
    return {layer_of(module) for module in found if module.startswith("deliberations.")}


def test_every_module_is_of_a_layer():
    assert {layer_of(name) for name in MODULES} - {"__init__"} == HEIGHT.keys()


@pytest.mark.parametrize("name", [n for n in MODULES if n != "__init__.py"])
def test_imports_point_down(name):
    layer = layer_of(name)

    assert {
        other for other in imported(name) if other != layer and not HEIGHT[other] < HEIGHT[layer]
    } == set()


def test_permissions_import_nothing_of_ours():
    assert imported("permissions.py") == set()


def test_imports_are_found():
    """What the search above would find pointing up."""
    assert imported("views/decisions.py") >= {"models", "operations", "permissions", "forms"}
    assert HEIGHT["views"] > HEIGHT["operations"] > HEIGHT["models"] > HEIGHT["permissions"]


# ---- what stands between the server and the views


@pytest.mark.parametrize("name", settings.MIDDLEWARE)
def test_a_request_changes_threads_only_on_its_way_into_the_first_middleware(name):
    """All of them are called in one thread (wgec/handler.py). One that can't be, and takes the
    rest of the way back into the event loop, would nest a call in a call: then a reader who leaves
    amid the answer breaks the outer one, the request is never finished, and its connection to the
    database stays open.
    """
    assert import_string(name).sync_capable
