"""Exact versions: pyproject's constraints and requirements.txt, and whether both are the resolve's.

``python .ci/pins.py write`` resolves afresh and writes both; ``check`` resolves with the
constraints that stand and names every disagreement. The lock file records download addresses,
so it is made in a folder of its own and thrown away.
"""

import re
import subprocess
import sys
import tempfile
import tomllib
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
HEADER = """\
# Every package of the archive, its tests and its embedded database, with the digests of its files.
# Written by `uv run python .ci/pins.py write`; install with `pip install --require-hashes -r`.
"""
EXPORT = ("uv", "export", "--quiet", "--frozen", "--all-groups", "--no-header", "--no-annotate")
CONSTRAINTS = re.compile(r"^constraint-dependencies = \[.*?\]$", re.MULTILINE | re.DOTALL)
REQUIREMENT = re.compile(r"^(?P<pin>[^\s#-][^\\\n]*?) \\\n(?:    --hash=.*\n)+", re.MULTILINE)


def main(task: str) -> int:
    """Write the pins or check them; the exit code."""
    if task == "write":
        write()
        return 0
    problems = check()
    print("\n".join(problems) or "constraints, requirements.txt and a fresh resolve agree")
    return int(bool(problems))


def write() -> None:
    """Resolve without constraints, then write what came out into both files."""
    pyproject = (ROOT / "pyproject.toml").read_text()
    loose = CONSTRAINTS.sub("constraint-dependencies = []", pyproject)
    pinned = CONSTRAINTS.sub(constraints_of(pins_of(resolve(loose))), pyproject)
    (ROOT / "pyproject.toml").write_text(pinned)
    (ROOT / "requirements.txt").write_text(HEADER + resolve(pinned))


def check() -> list[str]:
    """Every disagreement, as a sentence each."""
    pyproject = (ROOT / "pyproject.toml").read_text()
    fresh = resolve(pyproject)
    resolved = pins_of(fresh)
    constraints = set(tomllib.loads(pyproject)["tool"]["uv"]["constraint-dependencies"])
    committed = (ROOT / "requirements.txt").read_text()
    return [
        *_differences("pyproject.toml's constraints", found=constraints, resolved=plain(resolved)),
        *_differences("requirements.txt", found=set(pins_of(committed)), resolved=set(resolved)),
        *_unknown_hashes(committed, fresh),
    ]


def resolve(pyproject: str) -> str:
    """What a project of this pyproject.toml needs, as a requirements file with hashes."""
    with tempfile.TemporaryDirectory() as folder:
        Path(folder, "pyproject.toml").write_text(pyproject)
        Path(folder, "README.md").touch()
        subprocess.run(("uv", "lock", "--quiet"), cwd=folder, check=True)
        export = subprocess.run(EXPORT, cwd=folder, check=True, capture_output=True, text=True)
    return export.stdout


def pins_of(requirements: str) -> list[str]:
    """The lines ``name==version``, each with its marker where it has one."""
    return [found["pin"] for found in REQUIREMENT.finditer(requirements)]


def plain(pins: list[str]) -> set[str]:
    """The pins without their markers, but where a package has another version elsewhere."""
    versions = Counter(pin.split("==")[0] for pin in pins)
    return {pin if versions[pin.split("==")[0]] > 1 else pin.split(" ;")[0] for pin in pins}


def constraints_of(pins: list[str]) -> str:
    """The constraints as pyproject.toml holds them."""
    lines = "".join(f'    "{pin}",\n' for pin in sorted(plain(pins)))
    return f"constraint-dependencies = [\n{lines}]"


def _differences(name: str, *, found: set[str], resolved: set[str]) -> list[str]:
    return [
        *(f"{name}: {pin} is not in a fresh resolve" for pin in sorted(found - resolved)),
        *(f"{name}: {pin} is missing" for pin in sorted(resolved - found)),
    ]


def _unknown_hashes(committed: str, fresh: str) -> list[str]:
    """Hashes that no file of the resolve has; a file added to a release later is no fault."""
    known = set(re.findall(r"--hash=(\S+)", fresh))
    given = set(re.findall(r"--hash=(\S+)", committed))
    return [f"requirements.txt: no file has the hash {digest}" for digest in sorted(given - known)]


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
