"""What holds of every template: nothing inline, nothing trusted, nothing seen unasked."""

import re
from pathlib import Path

import pytest
from django.conf import settings

FOLDER = Path(settings.BASE_DIR) / "templates"
TEMPLATES = sorted(path for path in FOLDER.rglob("*") if path.suffix in {".html", ".jinja"})
MACRO = re.compile(r"{% macro (\w+)\(")


@pytest.fixture(params=TEMPLATES, ids=lambda path: str(path.relative_to(FOLDER)))
def source(request: pytest.FixtureRequest) -> str:
    """Each template's own source."""
    path: Path = request.param
    return path.read_text()


def test_a_component_sees_only_what_it_is_given(source: str) -> None:
    includes = re.findall(r"{%\s*include\b.*?%}", source)
    assert [tag for tag in includes if not re.search(r"\bonly\s*%}$", tag)] == []


def test_a_macro_sees_only_what_it_is_given(source: str) -> None:
    assert "with context" not in source


@pytest.mark.parametrize("path", sorted(FOLDER.rglob("*.jinja")), ids=lambda path: str(path.stem))
def test_a_file_of_macros_is_one_component_of_its_name(path: Path) -> None:
    assert path.parent == FOLDER / "components"
    assert MACRO.findall(path.read_text()) == [path.stem]
    assert "{% include" not in path.read_text()


def test_no_component_is_written_twice() -> None:
    names = [path.stem for path in TEMPLATES if path.parent.name == "components"]
    assert len(names) == len(set(names))


def test_nothing_is_inline(source: str) -> None:
    source = source.replace('<script type="application/ld+json">', "")  # data, which nothing runs
    assert not re.search(r"<script(?![^>]*\ssrc=)|<style|\sstyle=|\son[a-z]+=|javascript:", source)


def test_no_value_is_trusted(source: str) -> None:
    assert not re.search(r"\|\s*safe\b|autoescape|safeseq|Markup", source)


def test_what_is_pasted_into_a_field_is_never_cut_unsaid(source: str) -> None:
    assert "maxlength" not in source
