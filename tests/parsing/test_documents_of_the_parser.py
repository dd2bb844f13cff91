"""What the documents say of the parser is what the parser does."""

import ast
import re
from itertools import pairwise
from pathlib import Path

import pytest

from archive.parsing.report import LAYOUT_NAMES
from archive.parsing.symbols import Symbol, SymbolError, SymbolKind

ROOT = Path(__file__).resolve().parents[2]
SYMBOLS = (ROOT / "docs" / "symbols.md").read_text(encoding="utf-8")
PARSING = (ROOT / "docs" / "parsing.md").read_text(encoding="utf-8")
COMPARISON = (ROOT / "docs" / "comparison.md").read_text(encoding="utf-8")
PERFORMANCE = (ROOT / "docs" / "performance.md").read_text(encoding="utf-8")
CODE_SPAN = re.compile(r"`([^`]+)`")
NONE = "none"

ROWS = [
    [cell.strip() for cell in line.strip("|").split("|")]
    for line in SYMBOLS.splitlines()
    if line.startswith("|") and "`" in line
]


def _section(document: str, title: str) -> str:
    return document.partition(f"\n## {title}\n")[2].partition("\n## ")[0]


def _kept(value: object) -> str:
    return NONE if value is None else str(value)


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_every_row_of_symbols_reads_to_what_it_says(row: list[str]) -> None:
    _series, canonical, _spellings, organ, kind, session, short = row
    symbol = Symbol.read(canonical.strip("`"))
    assert str(symbol) == canonical.strip("`")
    assert (_kept(symbol.organ), symbol.kind.value) == (organ, kind)
    assert (_kept(symbol.session_ordinal), symbol.short) == (session, short)


@pytest.mark.parametrize("row", ROWS, ids=[row[1] for row in ROWS])
def test_every_other_spelling_reads_to_the_canonical_symbol(row: list[str]) -> None:
    spellings = CODE_SPAN.findall(row[2])
    assert spellings
    assert {str(Symbol.read(spelling)) for spelling in spellings} == {row[1].strip("`")}


def test_every_kind_of_symbol_has_a_row() -> None:
    assert {row[4] for row in ROWS} == {kind.value for kind in SymbolKind}


@pytest.mark.parametrize(
    "words",
    CODE_SPAN.findall(_section(SYMBOLS, "No symbols").partition(".\n")[0].partition(":")[2]),
)
def test_what_is_said_to_be_no_symbol_is_refused_by_its_words(words: str) -> None:
    with pytest.raises(SymbolError, match="is not a document symbol"):
        Symbol.read(words)


def test_the_order_given_is_the_order_of_symbols() -> None:
    symbols = [Symbol.read(words) for words in CODE_SPAN.findall(_section(SYMBOLS, "Order"))]
    assert len(symbols) > 5
    assert all(before < after for before, after in pairwise(symbols))


def _codes_in(source: Path) -> set[str]:
    """The codes of errors and warnings a module makes."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(source.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            first = node.args[:1] if node.func.id in {"ParseError", "_warning"} else []
            named = [keyword.value for keyword in node.keywords if keyword.arg == "code"]
            constants = [value for value in [*first, *named] if isinstance(value, ast.Constant)]
            found |= {str(constant.value) for constant in constants}
    return found


def _strings_in(source: Path) -> set[str]:
    nodes = ast.walk(ast.parse(source.read_text(encoding="utf-8")))
    return {str(node.value) for node in nodes if isinstance(node, ast.Constant)}


def test_every_code_of_an_error_or_a_warning_is_listed_and_no_other() -> None:
    sources = list((ROOT / "archive" / "parsing").rglob("*.py"))
    made = set().union(*map(_codes_in, sources))
    tables = _section(PARSING, "Errors") + _section(PARSING, "Warnings")
    listed = re.findall(r"^\| `(\w+)` \|", tables, flags=re.MULTILINE)
    assert len(listed) == len(set(listed))
    assert made - set(listed) == set()
    assert set(listed) - set().union(*map(_strings_in, sources)) == set()


def test_every_command_that_measures_is_named_and_no_other() -> None:
    sections = _section(PARSING, "Measure it") + COMPARISON + PERFORMANCE
    written = re.findall(r"tests[./]benchmarks[./](\w+(?:[./]\w+)*)", sections)
    named = {one.replace("/", ".").removesuffix(".py") for one in written} - {"alignments"}
    folder = ROOT / "tests" / "benchmarks"
    commands = {
        path.relative_to(folder).with_suffix("").as_posix().replace("/", ".")
        for path in folder.rglob("*.py")
        if '__name__ == "__main__"' in path.read_text(encoding="utf-8")
    }
    on_top = {one for one in commands if "." not in one}  # those within may be parts of others
    assert on_top <= named <= commands


def test_every_format_and_layout_has_a_row() -> None:
    table = _section(PARSING, "Formats and layouts")
    rows = set(re.findall(r"^\| [^|]+ \| `(\w+)` \|", table, flags=re.MULTILINE))
    assert rows - {"layout"} == set(LAYOUT_NAMES)


def test_every_module_of_the_parser_has_a_line() -> None:
    modules = {
        path.relative_to(ROOT / "archive" / "parsing").as_posix()
        for path in (ROOT / "archive" / "parsing").rglob("*.py")
        if path.name != "__init__.py"
    }
    named = {span for span in CODE_SPAN.findall(PARSING) if re.fullmatch(r"\S+\.py", span)}
    ours = {name for name in modules if not name.startswith("citations/")}
    assert ours == {
        name
        for name in named
        if not name.startswith(("citations/", "test_")) and not name.endswith("__init__.py")
    }
