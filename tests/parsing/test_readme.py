"""The example in the parser's own README runs, and says what it says."""

import re
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
README = (ROOT / "archive" / "parsing" / "README.md").read_text(encoding="utf-8")


def _example() -> str:
    [example] = re.findall(r"```python\n(.*?)```", README, flags=re.DOTALL)
    return str(example)


def test_the_example_has_five_lines() -> None:
    assert len([line for line in _example().splitlines() if line]) == 5


def test_the_example_prints_the_symbol_and_citations_without_django() -> None:
    after = "import sys; assert not any(name.startswith('django') for name in sys.modules)"
    run = subprocess.run(
        [sys.executable, "-c", _example() + after],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert (run.returncode, run.stderr) == (0, "")
    first = run.stdout.splitlines()[0]
    assert first == "pp1 resolution 53/144 of 9 December 1998 -> A/RES/53/144"
