"""What others wrote and we carry: each file is the one that its registry signed for."""

import base64
import hashlib
import json
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
VENDOR = ROOT / "deliberations" / "static" / "deliberations" / "vendor"
PACKAGES = json.loads((VENDOR / "vendor.json").read_text())
FILES = {name: file for package in PACKAGES for name, file in package["files"].items()}


def integrity(path: Path) -> str:
    digest = hashlib.sha384(path.read_bytes()).digest()
    return f"sha384-{base64.b64encode(digest).decode()}"


def test_every_file_is_the_one_that_was_recorded():
    found = {
        path.relative_to(VENDOR).as_posix(): integrity(path)
        for path in VENDOR.rglob("*")
        if path.is_file() and path.name != "vendor.json"
    }

    assert found == {name: file["integrity"] for name, file in FILES.items()}


def test_every_package_says_its_version_and_brings_its_licence():
    for package in PACKAGES:
        folder = f"{package['name'].removesuffix('.org')}-{package['version']}"
        assert f"{folder}/LICENSE" in package["files"]
        assert all(name.startswith(f"{folder}/") for name in package["files"])
        assert package["licence"]
        assert re.fullmatch(r"sha512-[A-Za-z0-9+/]{86}==", package["integrity"])


def test_a_page_loads_a_vendored_script_only_with_its_checksum():
    pages = "".join(path.read_text() for path in (ROOT / "templates").rglob("*.html"))
    loaded = re.findall(
        r"""<script src="{% static 'deliberations/vendor/([^']+)' %}"(?: integrity="([^"]+)")?""",
        pages,
    )

    assert loaded
    assert loaded == [(name, FILES[name]["integrity"]) for name, _ in loaded]


def test_a_vendored_script_names_no_further_file():
    # The storage of static files would rewrite such a name, and the checksum would fail.
    scripts = [path.read_text() for path in VENDOR.rglob("*.js")]

    assert [re.findall("sourceMappingURL=.*|\\bimport .*", script) for script in scripts] == [
        [] for _ in scripts
    ]
