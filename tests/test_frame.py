"""What holds the project together: its tree, its dependencies and their lock, its browser."""

import re
import shutil
import subprocess
import sys
import tomllib
from importlib import metadata
from itertools import pairwise
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent
PYPROJECT = tomllib.loads((ROOT / "pyproject.toml").read_text())
RUNTIME = PYPROJECT["project"]["dependencies"]
DEV = PYPROJECT["dependency-groups"]["dev"]

PIN = re.compile(r"([a-z0-9-]+)==([0-9A-Za-z.]+)((?: \\\n    --hash=sha256:[0-9a-f]{64})+)\n")
COMMENT = re.compile(r"#[ a-zA-Z0-9.`-]*:?\n|\n")


def locked(name: str) -> dict[str, str]:
    return {package: version for package, version, _ in PIN.findall((ROOT / name).read_text())}


def needed(declared: list[str], *, python: str, platform: str) -> set[str]:
    """Every package that the declared ones need there, as the installed ones tell it."""
    there = {
        "python_version": python,
        "python_full_version": f"{python}.0",
        "sys_platform": platform,
        "platform_system": platform.capitalize(),
    }
    seen: set[tuple[str, frozenset[str]]] = set()
    waiting = [Requirement(text) for text in declared]
    while waiting:
        wanted = waiting.pop()
        this = canonicalize_name(wanted.name), frozenset(wanted.extras)
        if this not in seen:
            seen.add(this)
            waiting += (further for further in requires(wanted) if applies(further, wanted, there))
    return {name for name, _ in seen}


def requires(wanted: Requirement) -> list[Requirement]:
    try:
        return [Requirement(text) for text in metadata.requires(wanted.name) or []]
    except metadata.PackageNotFoundError:  # needed on another Python or system than this one
        return []


def applies(further: Requirement, wanted: Requirement, there: dict[str, str]) -> bool:
    marker = further.marker
    return marker is None or any(
        marker.evaluate({**there, "extra": extra}) for extra in {"", *wanted.extras}
    )


@pytest.mark.parametrize("python", ["3.12", "3.13", "3.14"])
@pytest.mark.parametrize("platform", ["linux", "darwin"])
def test_the_lock_holds_all_that_is_needed_on_every_python_and_system(python, platform):
    there = {"python": python, "platform": platform}

    assert needed(RUNTIME, **there) - locked("requirements.txt").keys() == set()
    assert needed(RUNTIME + DEV, **there) - locked("requirements-dev.txt").keys() == set()


@pytest.mark.parametrize(
    ("lock", "declared"), [("requirements.txt", RUNTIME), ("requirements-dev.txt", RUNTIME + DEV)]
)
def test_the_lock_keeps_to_the_versions_declared(lock, declared):
    versions = locked(lock)

    assert [
        text
        for text in declared
        if not (wanted := Requirement(text)).specifier.contains(
            versions.get(canonicalize_name(wanted.name), "none")
        )
    ] == []


def test_one_who_tests_has_what_one_who_runs_has():
    runtime = locked("requirements.txt")
    dev = locked("requirements-dev.txt")

    assert {name: dev.get(name) for name in runtime} == runtime


@pytest.mark.parametrize("lock", ["requirements.txt", "requirements-dev.txt"])
def test_a_lock_holds_versions_with_hashes_and_no_host_or_path(lock):
    rest = PIN.sub("", (ROOT / lock).read_text())

    assert COMMENT.sub("", rest) == ""


def test_every_dependency_says_above_it_what_it_is_for():
    lines = [line.strip() for line in (ROOT / "pyproject.toml").read_text().splitlines()]
    reasons = {line: above for above, line in pairwise(lines)}

    assert [text for text in RUNTIME + DEV if not reasons[f'"{text}",'].startswith("# ")] == []


def test_the_top_of_the_tree_holds_what_the_design_names():
    if not (ROOT / ".git").exists():
        pytest.skip("not a checkout: what lies about is not the tree")
    tree = subprocess.run(
        ["git", "ls-tree", "--name-only", "HEAD"], cwd=ROOT, capture_output=True, check=True
    )

    allowed = """
        .ci .gitignore .python-version CHANGELOG.md LICENSE Makefile README.md pyproject.toml
        requirements.txt requirements-dev.txt manage.py wgec deliberations templates fixtures tests
    """
    assert set(tree.stdout.decode().split()) - set(allowed.split()) == set()


def run_without_a_browser(folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run one browser test and one other, with our conftest.py, where there is no browser."""
    (folder / "browser").mkdir()
    shutil.copy(ROOT / "tests/browser/conftest.py", folder / "browser")
    (folder / "pytest.ini").write_text("[pytest]\ntestpaths = . browser\nmarkers = browser\n")
    (folder / "browser" / "test_page.py").write_text("def test_page(page): pass\n")
    (folder / "test_other.py").write_text("def test_other(): pass\n")
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-p", "no:django", "-p", "no:cacheprovider"],
        cwd=folder,
        env={"PATH": "", "PLAYWRIGHT_BROWSERS_PATH": str(folder), **environment},
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_a_browser_the_run_says_what_is_left_out_and_what_installs_one(tmp_path):
    run = run_without_a_browser(tmp_path)

    assert run.returncode == 0
    assert "1 passed, 1 skipped" in run.stdout
    assert (
        "No browser: 1 test left out. To install one: "
        "apt-get install chromium, or .venv/bin/playwright install chromium\n"
    ) in run.stdout


def test_where_a_browser_is_required_its_absence_fails_the_run(tmp_path):
    run = run_without_a_browser(tmp_path, WGEC_BROWSER="required")

    assert run.returncode == pytest.ExitCode.USAGE_ERROR
    assert "A browser is required and there is none" in run.stderr
