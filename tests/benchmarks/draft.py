"""Measures how long an archive takes to check a draft, from the form to the end of the report.

usage: ARCHIVE_DATA_DIR=FOLDER uv run python -m tests.benchmarks.draft [--paragraphs N] [--rounds N]

The drafts are made of paragraphs that the archive of that folder holds: a third as they are, a
third with a tenth of their words dropped, swapped or put in, a third with their words in no order.
Each is sent as a browser sends it, parsed in a process of its own, and read to its end. Prints for
each round when the first line came and when the report was whole, then the verdicts; exits with 1
where the median of a hundred paragraphs took five seconds or more.
"""

import argparse
import os
import random
import statistics
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

import django

_SEED = 53144
_MOST_SECONDS = 5.0
_CHANGED = 0.1


@dataclass
class Round:
    """A draft that was sent: seconds to the first line and to the end, and the verdicts."""

    first: float = 0.0
    whole: float = 0.0
    verdicts: Counter[str] = field(default_factory=Counter)


def main() -> int:
    """Check some drafts; the exit code."""
    asked = _asked()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    draw = random.Random(_SEED)
    rounds = [_round(_draft(asked.paragraphs, draw)) for _ in range(asked.rounds)]
    for one in rounds:
        told = ", ".join(f"{count} {verdict}" for verdict, count in sorted(one.verdicts.items()))
        print(f"first line {one.first:.2f} s, whole {one.whole:.2f} s: {told}")
    median = statistics.median(one.whole for one in rounds)
    print(f"median of {asked.paragraphs} paragraphs: {median:.2f} s")
    return int(median * 100 / asked.paragraphs >= _MOST_SECONDS)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--paragraphs", type=int, default=100)
    parser.add_argument("--rounds", type=int, default=5)
    return parser.parse_args()


def _draft(count: int, draw: random.Random) -> str:
    """A draft of paragraphs that are held, in three states."""
    held = _held(count, draw)
    operative = [_in_state(at % 3, words, draw=draw) for at, words in enumerate(held)]
    numbered = "".join(f"\t{n}.\t{words}\n" for n, words in enumerate(operative, 1))
    return f"\tThe General Assembly,\n\tRecalling its resolution 53/144,\n{numbered}"


def _held(count: int, draw: random.Random) -> Sequence[str]:
    """Wordings of operative paragraphs that stand anywhere in the archive."""
    from archive.models import Paragraph  # noqa: PLC0415 Django is ready by now

    last = Paragraph.objects.order_by("-pk").values_list("pk", flat=True)[0]
    found: list[str] = []
    while len(found) < count:
        keys = [draw.randint(1, last) for _ in range(4 * count)]
        rows = Paragraph.objects.filter(pk__in=keys, kind="operative").exclude(opening="")
        found += [one for one in rows.values_list("wording", flat=True) if len(one.split()) > 7]
    return found[:count]


def _in_state(state: int, words: str, *, draw: random.Random) -> str:
    opening, *rest = words.split()
    if state == 1:
        rest = [*_changed(rest, draw)]
    elif state == 2:
        draw.shuffle(rest)
    return " ".join([opening, *rest])


def _changed(words: Sequence[str], draw: random.Random) -> Iterator[str]:
    """The words, of which one in ten is dropped, said twice, or another one."""
    for word in words:
        if draw.random() >= _CHANGED:
            yield word
        else:
            yield from draw.choice([[], [word, word], [draw.choice(words)]])


def _round(draft: str) -> Round:
    from django.test import Client  # noqa: PLC0415 Django is ready by now

    found, began = Round(), time.perf_counter()
    response: Any = Client(HTTP_HOST="localhost").post("/draft/", {"pasted": draft})
    if not response.streaming:
        sys.exit(f"It was not taken: {response.status_code}.")
    for piece in response.streaming_content:
        found.first = found.first or time.perf_counter() - began
        for verdict in ("Verbatim", "Close", "New"):
            found.verdicts[verdict.lower()] += piece.count(f"<b>{verdict}".encode())
    found.whole = time.perf_counter() - began
    return found


if __name__ == "__main__":
    sys.exit(main())
