"""What must hold of the files themselves: pins, licences, layers that no linter sees."""

import ast
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parent.parent
TEMPLATES = sorted((ROOT / "templates").rglob("*"))
# In parts, so that this file names none of them.
REGISTRIES = {"py": "pi", "python": "hosted", "npm": "js", "deb.debi": "an", "crat": "es"}
REGISTRY_HOSTS = re.compile(
    "|".join(rf"\b{first}{rest}\.(?:org|com|io|net)\b" for first, rest in REGISTRIES.items()),
    re.IGNORECASE,
)
FORMAT_LIBRARIES = {"lxml", "pdfminer", "pdfplumber"}


def _pyproject() -> dict[str, Any]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())


def _direct_dependencies() -> set[str]:
    pyproject = _pyproject()
    groups: dict[str, list[str]] = pyproject["dependency-groups"]
    named = [
        *pyproject["project"]["dependencies"],
        *(one for group in groups.values() for one in group),
    ]
    return {re.split(r"[\[<>=!~ ]", requirement)[0] for requirement in named}


def _committed_files() -> list[Path]:
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "-z")
    try:
        listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("not a git checkout, or git is not installed")
    return [ROOT / name for name in listed.stdout.split("\0") if (ROOT / name).is_file()]


def _pins(text: str) -> set[str]:
    return set(re.findall(r"^([\w.-]+==[\w.]+)", text, re.MULTILINE))


def _imported(module: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(module.read_text())):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            yield node.module or ""


def test_each_direct_dependency_has_its_licence_and_reason_in_the_docs() -> None:
    rows = re.findall(
        r"^\| ([\w-]+) \| [^|]+ \| [^|]{10,} \|$",
        (ROOT / "docs/dependencies.md").read_text(),
        re.MULTILINE,
    )
    assert set(rows) == _direct_dependencies()
    assert len(rows) == len(set(rows))


def test_every_package_is_pinned_alike_in_both_files() -> None:
    constraints = _pyproject()["tool"]["uv"]["constraint-dependencies"]
    plain = {constraint.partition(" ;")[0] for constraint in constraints}
    assert plain == _pins((ROOT / "requirements.txt").read_text())


def test_every_pin_has_digests() -> None:
    requirements = (ROOT / "requirements.txt").read_text()
    entries = re.split(r"\n(?=\S)", requirements)
    assert [entry for entry in entries if "==" in entry and "--hash=sha256:" not in entry] == []


def test_no_file_names_the_host_of_a_package_registry() -> None:
    naming = [
        str(path.relative_to(ROOT))
        for path in _committed_files()
        if REGISTRY_HOSTS.search(path.read_bytes().decode("utf-8", "replace"))
    ]
    assert naming == []


@pytest.mark.parametrize(("first", "rest"), REGISTRIES.items())
def test_the_host_of_a_registry_would_be_found(first: str, rest: str) -> None:
    assert REGISTRY_HOSTS.search(f"https://files.{first}{rest.upper()}.org/packages")


def test_the_lock_file_stays_out_of_the_repository() -> None:
    assert ROOT / "uv.lock" not in _committed_files()


def test_parsing_imports_nothing_but_libraries_of_formats_and_the_standard_one() -> None:
    foreign = {
        f"{module.relative_to(ROOT)}: {name}"
        for module in (ROOT / "archive/parsing").rglob("*.py")
        for name in _imported(module)
        if name.split(".")[0] not in FORMAT_LIBRARIES | sys.stdlib_module_names
        and not name.startswith("archive.parsing")
    }
    assert foreign == set()


@pytest.mark.parametrize("forbidden", [r"\|\s*safe\b", r"autoescape off", r"\sstyle=", r"\son\w+="])
def test_no_template_has_raw_text_or_anything_inline(forbidden: str) -> None:
    found = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if path.is_file() and re.search(forbidden, path.read_text())
    ]
    assert found == []


def _without_data(path: Path) -> str:
    """A template without the marks of its data, which no browser runs."""
    return path.read_text().replace('<script type="application/ld+json">', "")


def test_every_script_of_a_template_is_a_file_of_its_own() -> None:
    inline = [
        str(path.relative_to(ROOT))
        for path in TEMPLATES
        if path.is_file()
        and re.search(r"<style|<script(?![^>]*\ssrc=)", _without_data(path), re.IGNORECASE)
    ]
    assert inline == []


def test_the_readme_is_short() -> None:
    assert len((ROOT / "README.md").read_text().splitlines()) < 150
