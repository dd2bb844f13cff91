"""No regular expression of the parser can take much longer than its text is long.

What repeats without end may not stand within another repetition, unless it gives nothing back once
it has matched (a possessive one): else the ways to match grow with every sign.
"""

import ast
import re
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[2]
PARSING = ROOT / "archive" / "parsing"
MODULES = [
    ".".join(path.relative_to(ROOT).with_suffix("").parts).removesuffix(".__init__")
    for path in sorted(PARSING.rglob("*.py"))
]
#: The parser of expressions that the standard library has for itself.
PARSER: Any = import_module("re._parser")
CODES: Any = import_module("re._constants")
REPEATS = {CODES.MAX_REPEAT, CODES.MIN_REPEAT, CODES.POSSESSIVE_REPEAT}
WITH_AN_EXPRESSION = {"compile", "search", "match", "fullmatch", "findall", "finditer", "sub"}


def _operations(tree: Any) -> Iterator[tuple[Any, Any]]:
    """Every operation of an expression, those within others too."""
    if isinstance(tree, PARSER.SubPattern):
        for operation, operand in tree:
            yield operation, operand
            yield from _operations(operand)
    elif isinstance(tree, tuple | list):
        for part in tree:
            yield from _operations(part)


def nested_repetitions(expression: str | bytes, flags: int = 0) -> list[str]:
    """The repetitions in which another one repeats without end and may give back."""
    found = []
    for operation, operand in _operations(PARSER.parse(expression, flags)):
        if operation not in REPEATS or operand[1] == 1:
            continue
        for inner, (_, most, _) in (one for one in _operations(operand[2]) if one[0] in REPEATS):
            if most is CODES.MAXREPEAT and inner is not CODES.POSSESSIVE_REPEAT:
                found.append(str(expression)[:120])
    return found


def _expressions_in(value: object) -> Iterator[re.Pattern[Any]]:
    """The expressions that a module's value is or holds."""
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from _expressions_in((*value.keys(), *value.values()))
    elif isinstance(value, tuple | list | set | frozenset):
        for one in value:
            yield from _expressions_in(one)
    elif hasattr(value, "pattern"):
        yield from _expressions_in(value.pattern)


def _written(node: ast.expr) -> str | bytes | None:
    """An expression as it is written in a call; what is filled in stands as a figure."""
    if isinstance(node, ast.Constant) and isinstance(node.value, str | bytes):
        return node.value
    if isinstance(node, ast.JoinedStr):
        parts = [part.value if isinstance(part, ast.Constant) else "1" for part in node.values]
        return "".join(map(str, parts))
    return None


def _expressions_in_functions(source: Path) -> Iterator[str | bytes]:
    """The expressions that are made where they are used."""
    tree = ast.parse(source.read_text(encoding="utf-8"))
    functions = (one for one in ast.walk(tree) if isinstance(one, ast.FunctionDef))
    for node in (inner for function in functions for inner in ast.walk(function)):
        if not (isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.args):
            continue
        is_of_re = isinstance(node.func.value, ast.Name) and node.func.value.id == "re"
        written = _written(node.args[0])
        if is_of_re and node.func.attr in WITH_AN_EXPRESSION and written is not None:
            yield written


@pytest.mark.parametrize(
    "expression", ["(a+)+", "(?:a*b?)*", "(?:ab*){0,5}", "(?:a|b+?)+", b"(x+)*"]
)
def test_a_nested_repetition_is_told(expression: str | bytes) -> None:
    assert nested_repetitions(expression)


@pytest.mark.parametrize(
    "expression", ["a+b*", "(?:ab{1,3})+", "(?:a+)?", "(?:a++ )+", "(?:a|/(?=b))+"]
)
def test_what_repeats_by_itself_or_gives_nothing_back_is_none(expression: str) -> None:
    assert not nested_repetitions(expression)


def test_the_expressions_of_the_parser_are_found() -> None:
    found = [one for module in MODULES for one in _expressions_in(vars(import_module(module)))]
    assert len(found) > 200
    assert any(map(list, map(_expressions_in_functions, PARSING.rglob("*.py"))))


@pytest.mark.parametrize("module", MODULES)
def test_no_expression_of_a_module_nests_repetitions(module: str) -> None:
    loaded = import_module(module)
    kept = [*_expressions_in(list(vars(loaded).values()))]
    made = list(_expressions_in_functions(Path(str(loaded.__file__))))
    assert [one for each in kept for one in nested_repetitions(each.pattern, each.flags)] == []
    assert [one for each in made for one in nested_repetitions(each)] == []
