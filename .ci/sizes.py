"""The size of every function and file: fails on functions over 40 lines and files over 350."""

import ast
import statistics
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
MOST_IN_A_FUNCTION = 40
MOST_IN_A_FILE = 350
KINDS = {".py", ".html", ".jinja", ".css", ".js"}
GENERATED = "archive/migrations/"


def main() -> int:
    """Print the median and the 90th percentile, then what is too long; the exit code."""
    files = {path: (ROOT / path).read_text() for path in _paths()}
    functions = dict(_functions(files))
    _report("function", [*functions.values()])
    _report("file", [len(source.splitlines()) for source in files.values()])
    problems = [*_too_long(functions, files)]
    print("\n".join(problems) or "nothing is too long")
    return int(bool(problems))


def _paths() -> list[str]:
    """Source files that git knows, or would."""
    command = ("git", "ls-files", "--cached", "--others", "--exclude-standard", "--deduplicate")
    listed = subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True)
    return [
        path
        for path in listed.stdout.splitlines()
        if Path(path).suffix in KINDS and not path.startswith(GENERATED) and (ROOT / path).is_file()
    ]


def _functions(files: dict[str, str]) -> Iterator[tuple[str, int]]:
    """Each function with its lines, from ``def`` to the end, docstring included."""
    for path, source in files.items():
        if not path.endswith(".py"):
            continue
        for node in ast.walk(ast.parse(source)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                last = node.end_lineno or node.lineno
                yield f"{path}:{node.lineno} {node.name}", last - node.lineno + 1


def _report(what: str, lengths: list[int]) -> None:
    ninetieth = statistics.quantiles(lengths, n=10)[-1] if len(lengths) > 1 else lengths[0]
    print(
        f"{len(lengths)} {what}s: median {statistics.median(lengths):.0f} lines, "
        f"90th percentile {ninetieth:.0f}, longest {max(lengths)}"
    )


def _too_long(functions: dict[str, int], files: dict[str, str]) -> Iterator[str]:
    for place, lines in functions.items():
        if lines > MOST_IN_A_FUNCTION:
            yield f"{place}: {lines} lines; a function has at most {MOST_IN_A_FUNCTION}"
    for path, source in files.items():
        lines = len(source.splitlines())
        if lines > MOST_IN_A_FILE:
            yield f"{path}: {lines} lines; a file has at most {MOST_IN_A_FILE}"


if __name__ == "__main__":
    sys.exit(main())
