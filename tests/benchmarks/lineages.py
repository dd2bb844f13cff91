"""Measures how long one more text takes to be brought into its series, by how long the series is.

usage: ARCHIVE_DATA_DIR=FOLDER uv run python -m tests.benchmarks.lineages [--texts N…]
       [--paragraphs N]

The archive of that folder must hold A/RES/66/164. Series are made from its paragraphs, each text
with a word in twelve put in the place of another of the one before it, and undone at the end.
Prints for each length of a series how long all of it took to compare and join, and one text more,
in the middle and at the end, with how many lineages there are; exits with 1 where one text more
took three seconds or more of processor time.
"""

import argparse
import os
import random
import sys
import time
from collections.abc import Iterator, Sequence

import django

_SEED = 53144
_MOST_SECONDS = 3.0
_WORDS_FOR_ONE_CHANGED = 12


def main() -> int:
    """Measure each length; the exit code."""
    asked = _asked()
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "archive.settings")
    django.setup()
    slowest = max(_measured(texts, paragraphs=asked.paragraphs) for texts in asked.texts)
    return int(slowest >= _MOST_SECONDS)


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    parser.add_argument("--texts", type=int, nargs="+", default=[10, 20, 40, 80])
    parser.add_argument("--paragraphs", type=int, default=60)
    return parser.parse_args()


def _measured(texts: int, *, paragraphs: int) -> float:
    """Make a series of so many texts, and print how long it took; the longest for one text."""
    from django.db import transaction  # noqa: PLC0415 once Django is set up

    with transaction.atomic():
        made = _made(texts, paragraphs=paragraphs)
        late = [made.pop(texts - 1), made.pop(texts // 2)][::-1]
        whole = _seconds_to_follow(made)
        more = [_seconds_to_follow([one]) for one in late]
        print(
            f"{texts} texts of {paragraphs} paragraphs: {whole:.1f} s for all, one more "
            f"{more[0]:.2f} s in the middle and {more[1]:.2f} s at the end; "
            f"{_lineages()} lineages"
        )
        transaction.set_rollback(True)
    return max(more)


def _made(texts: int, *, paragraphs: int) -> list[int]:
    """Resolutions, by key, with a text each, in no series yet."""
    from tests.ingest.lineages.series import came  # noqa: PLC0415 once Django is set up

    wordings = _wordings(texts, paragraphs)
    symbols = [f"A/RES/{100 + number}/999" for number in range(texts)]
    made = [came(symbol, words, series="") for symbol, words in zip(symbols, wordings, strict=True)]
    return [one.resolution_id for one in made]


def _wordings(texts: int, paragraphs: int) -> Iterator[Sequence[str]]:
    """The paragraphs of each text, each a little other than in the one before."""
    from archive.models import Paragraph  # noqa: PLC0415 once Django is set up

    held = Paragraph.objects.filter(text__resolution__symbol="A/RES/66/164", text__language="en")
    words = list(held.order_by("position").values_list("wording", flat=True))
    if not words:
        sys.exit("The archive does not hold A/RES/66/164. Run quickstart in that folder first.")
    draw = random.Random(_SEED)
    current = [words[number % len(words)] for number in range(paragraphs)]
    for _ in range(texts):
        current = [_changed(one, draw) for one in current]
        yield current


def _changed(wording: str, draw: random.Random) -> str:
    words = wording.split()
    for _ in range(max(1, len(words) // _WORDS_FOR_ONE_CHANGED)):
        words[draw.randrange(len(words))] = draw.choice(words)
    return " ".join(words)


def _seconds_to_follow(resolutions: Sequence[int]) -> float:
    """Put resolutions into the series, by key; how much processor time it takes to follow."""
    from archive.ingest.lineages.following import follow  # noqa: PLC0415 once Django is set up
    from archive.models import Resolution  # noqa: PLC0415
    from tests.ingest.lineages.series import records  # noqa: PLC0415

    Resolution.objects.filter(pk__in=resolutions).update(series="benchmark")
    started = time.process_time()
    follow(resolutions, records=records())
    return time.process_time() - started


def _lineages() -> int:
    from archive.models import Lineage  # noqa: PLC0415 once Django is set up

    return Lineage.objects.standing().filter(series__name="benchmark").count()


if __name__ == "__main__":
    sys.exit(main())
