"""How fast files go into the archive, and whether twice as many take more than twice as long.

usage: uv run python -m tests.benchmarks.ingest [DIR] [--files N] [--jobs N]

Loads N files, and then twice as many, each time into a new database of its own, by ``manage.py
ingest``. The files are invented; or they are those of DIR, of which every second is left out the
first time. Prints time, rate and memory of each run and the ratio of the times; exit 1 when it is
more than 2.2. Memory is the resident memory of the process that writes, at each quarter of its
run and at its highest; where there is no /proc it is not known.
"""

import argparse
import os
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass
from pathlib import Path

from tests.benchmarks.material import folder_of_files

ROOT = Path(__file__).resolve().parents[2]
HIGHEST_RATIO = 2.2
_EACH_SESSION = 300
_SAMPLES_PER_SECOND = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One load: how many files, how long, and the memory of the process through its run."""

    files: int
    seconds: float
    megabytes: tuple[float, ...]

    @property
    def in_words(self) -> str:
        """The figures of a run in a line."""
        rate = self.files / self.seconds
        said = f"{self.files:,} files in {self.seconds:.1f} s, {rate:.1f} a second"
        if not self.megabytes:
            return f"{said}; memory is not known here"
        quarters = [self.megabytes[len(self.megabytes) * n // 4 - 1] for n in (1, 2, 3, 4)]
        shown = ", ".join(f"{one:.0f}" for one in quarters)
        return f"{said}; memory by quarters {shown} MB, highest {max(self.megabytes):.0f} MB"


def invented(number: int, *, among: int) -> str:
    """The text of a resolution that cites others, before it and after it, and one that all cite."""
    session, place = divmod(number, _EACH_SESSION)
    cited = [(number * step + step) % among for step in (3, 7, 11, 13, 17)]
    named = [f"{31 + one // _EACH_SESSION}/{one % _EACH_SESSION + 1}" for one in cited]
    day = f"{place % 28 + 1} December {1976 + session}"
    subject = f"Question {number} of the {place}th kind"
    preamble = [
        "Recalling its resolution 31/1 of 9 December 1976,",
        *(f"Recalling also its resolution {one} on that question," for one in named),
        *(f"Noting with concern the {n}th report on question {number}," for n in range(1, 9)),
    ]
    operative = [
        f"Takes note of the report of the Secretary-General (A/{31 + session}/{place + 1});",
        *(
            f"Calls upon all States to act in the {n}th way on question {number};"
            for n in range(12)
        ),
    ]
    return "\n".join(
        [
            f"Resolution adopted by the General Assembly on {day}",
            f"{31 + session}/{place + 1}.\t{subject}",
            "",
            "\tThe General Assembly,",
            *(f"\t{one}" for one in preamble),
            *(f"\t{n}.\t{one}" for n, one in enumerate(operative, 1)),
            f"{place % 90 + 1}th plenary meeting",
            "",
        ]
    )


def make_files(folder: Path, count: int) -> list[Path]:
    """So many invented files in a folder."""
    files = []
    for number in range(count):
        files.append(folder / f"{number}.txt")
        files[-1].write_text(invented(number, among=count))
    return files


def load(files: list[Path], *, jobs: int) -> Run:
    """Load files into a database that is made for it and goes with it."""
    with tempfile.TemporaryDirectory(prefix="ingest-") as folder:
        environment = {**os.environ, "ARCHIVE_DATA_DIR": folder, "DATABASE_URL": ""}
        manage = [sys.executable, str(ROOT / "manage.py")]
        subprocess.run([*manage, "migrate", "--verbosity=0"], env=environment, check=True)
        listed = Path(folder) / "texts"
        listed.mkdir()
        for number, file in enumerate(files):
            (listed / f"{number:06}{file.suffix}").symlink_to(file.resolve())
        command = [*manage, "ingest", str(listed), f"--jobs={jobs}"]
        return _timed(command, environment, files=len(files))


def _timed(command: list[str], environment: dict[str, str], *, files: int) -> Run:
    megabytes: list[float] = []
    began = time.perf_counter()
    with subprocess.Popen(
        command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True
    ) as process:
        watch = threading.Thread(target=_watch, args=(process, megabytes))
        watch.start()
        assert process.stdout is not None, "it was asked for"
        said = process.stdout.read().splitlines()
        process.wait()
        watch.join()
    seconds = time.perf_counter() - began
    _say(f"    {' '.join(said[-2:])}")
    return Run(files=files, seconds=seconds, megabytes=tuple(megabytes))


def _watch(process: "subprocess.Popen[str]", megabytes: list[float]) -> None:
    """Note the memory of a process until it ends."""
    status = Path(f"/proc/{process.pid}/status")
    while process.poll() is None and status.exists():
        lines = status.read_text().splitlines()
        megabytes += [int(one.split()[1]) / 1024 for one in lines if one.startswith("VmRSS:")]
        time.sleep(1 / _SAMPLES_PER_SECOND)


def _say(line: str) -> None:
    sys.stdout.write(f"{line}\n")
    sys.stdout.flush()


def _files_of(folder: Path) -> list[Path]:
    endings = {".txt", ".pdf", ".docx", ".doc", ".html", ".xml"}
    return sorted(one for one in folder.rglob("*") if one.suffix.lower() in endings)


def main() -> int:
    """Measure, print, and fail when time grows faster than the files do."""
    parser = argparse.ArgumentParser(description=__doc__.partition("\n")[0])
    parser.add_argument("folder", nargs="?", type=folder_of_files, metavar="DIR")
    parser.add_argument("--files", type=int, default=500, help="how many the first time")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="texts-") as made:
        given = _files_of(asked.folder) if asked.folder else make_files(Path(made), 2 * asked.files)
        runs = [load(files, jobs=asked.jobs) for files in (given[::2], given)]
    for run in runs:
        _say(run.in_words)
    once, twice = runs
    ratio = (twice.seconds / once.seconds) * (2 * once.files / twice.files)
    _say(f"Twice the files take {ratio:.2f} times as long; at most {HIGHEST_RATIO} is right.")
    return 0 if ratio <= HIGHEST_RATIO else 1


if __name__ == "__main__":
    sys.exit(main())
