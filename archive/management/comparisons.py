"""Comparisons: files parsed now against a baseline, file by file."""

from collections import Counter
from collections.abc import Iterator

from archive.management.baselines import Baseline
from archive.parsing.contract import Record
from archive.parsing.report_changes import Change, Turn, changes_between


class Comparison:
    """What differs from a baseline, gathered one file after another."""

    def __init__(self, baseline: Baseline) -> None:
        self._baseline = baseline
        self._seen: set[str] = set()
        self._versions: set[str] = set()
        self._changed: dict[str, list[Change]] = {}

    def add(self, record: Record) -> None:
        """Compare one file with what the baseline has of it."""
        name = record["file"]
        if name not in self._baseline:
            self._changed[name] = [Change(Turn.GAINED, "the file, new to the baseline")]
            return
        self._seen.add(name)
        earlier = self._baseline[name]
        self._versions.add(str(earlier.get("parser_version")))
        changes = changes_between(earlier, record)
        if earlier.get("sha256") != record["sha256"]:
            changes.insert(0, Change(Turn.CHANGED, "the file itself: its bytes are others"))
        if changes:
            self._changed[name] = changes

    @property
    def has_loss(self) -> bool:
        """Whether anything of the baseline is gone, a whole file among it."""
        return bool(self._counts()[Turn.LOST])

    def lines(self) -> Iterator[str]:
        """The comparison in words: the counts, then each file that differs."""
        counts = self._counts()
        versions = " and ".join(sorted(self._versions)) or "unknown"
        yield (
            f"compared with {len(self._baseline):,} files of parser version {versions}: "
            + ", ".join(f"{counts[turn]:,} {turn}" for turn in Turn)
        )
        for name, changes in self._all().items():
            yield f"  {name}"
            yield from (f"    {change.turn:<7}  {change.what}" for change in changes)

    def _all(self) -> dict[str, list[Change]]:
        gone = [Change(Turn.LOST, "the whole file: it is not among the files")]
        return self._changed | {name: gone for name in self._baseline if name not in self._seen}

    def _counts(self) -> Counter[Turn]:
        return Counter(change.turn for changes in self._all().values() for change in changes)
