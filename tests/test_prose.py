"""What readers and keepers read has the quotation marks and apostrophes of print."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = [path for path in (ROOT / "archive").rglob("*.py") if "migrations" not in path.parts]
TEMPLATES = sorted(
    path for path in (ROOT / "templates").rglob("*") if path.suffix in {".html", ".jinja"}
)
STRAIGHT = re.compile("['\"]")
#: Keywords whose value is read; ``help`` is also what a command says of itself.
READ = set("description help help_text message title verbose_name verbose_name_plural".split()) | {
    "violation_error_message"
}
#: How the calls are named whose every word is read.
SAYING = ("Error", "Warning", "warning", "Problem", "ImproperlyConfigured")
#: A template's tags, values and comments, and the tags of HTML with their attributes.
MARKUP = re.compile(r"{%.*?%}|{{.*?}}|{#.*?#}|<[^>]*>", re.DOTALL)


def _said(node: ast.AST) -> Iterator[str]:
    """The words of a literal, what is put into it left aside."""
    match node:
        case ast.Constant(value=str(words)):
            yield words
        case ast.JoinedStr(values=parts) | ast.Tuple(elts=parts):
            for part in parts:
                yield from _said(part)
        case ast.BinOp(left=left, right=right):
            yield from [*_said(left), *_said(right)]
        case ast.IfExp(body=one, orelse=other):
            yield from [*_said(one), *_said(other)]


def _read(node: ast.AST) -> Iterator[ast.AST]:
    """What of a node people read."""
    match node:
        case ast.Call(func=ast.Name(id=name) | ast.Attribute(attr=name), args=arguments):
            yield from arguments if name.endswith(SAYING) else ()
        case ast.keyword(arg=str(name), value=value) if name in READ:
            yield value
        case ast.Assign(targets=[ast.Name(id=name)], value=value) if name in READ:
            yield value
        case ast.ClassDef(bases=[ast.Attribute(attr="TextChoices")], body=members):
            yield from (member.value for member in members if isinstance(member, ast.Assign))


def _prose(module: ast.Module) -> Iterator[str]:
    for node in ast.walk(module):
        for read in _read(node):
            yield from _said(read)


@pytest.mark.parametrize("module", MODULES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_message_nor_label_has_straight_marks(module: Path) -> None:
    words = _prose(ast.parse(module.read_text()))
    assert [one for one in words if STRAIGHT.search(one)] == []


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: str(path.relative_to(ROOT)))
def test_no_template_has_straight_marks_in_its_text(template: Path) -> None:
    assert STRAIGHT.findall(MARKUP.sub("", template.read_text())) == []


def test_straight_marks_would_be_found() -> None:
    source = """
raise RefusalError(place, f"{place} isn't" + f" {one['x']!r} one")
field = CharField(help_text='As printed: "10."')
class Stage(models.TextChoices):
    DRAFT = "draft", "Its own authors'"
"""
    found = {words for words in _prose(ast.parse(source)) if STRAIGHT.search(words)}
    assert found == {" isn't", 'As printed: "10."', "Its own authors'"}
