"""The measure itself, over the database that the environment names; see ``agreed_language.py``."""

import argparse
import sys

import django

django.setup()

from archive.models import Wording, WordingUse
from tests.benchmarks.agreeing.engines import Engine, by_difflib, by_difflib_itself, by_trigrams
from tests.benchmarks.agreeing.trials import times, trials


def main() -> int:
    """Print every figure; 1 if a target is missed."""
    asked = _asked()
    print(f"{WordingUse.objects.count():,} paragraphs say {Wording.objects.count():,} wordings.")
    missed = 0 if asked.times_only else _tried(asked)
    for line in times(seed=asked.seed):
        print(line, flush=True)
    return missed


def _asked() -> argparse.Namespace:
    parser = argparse.ArgumentParser()
    for name in ("questions", "trigrams", "difflib", "seed", "misses"):
        parser.add_argument(f"--{name}", type=int, default=0)
    parser.add_argument("--times-only", action="store_true")
    return parser.parse_args()


def _tried(asked: argparse.Namespace) -> int:
    missed = 0
    peers: dict[Engine, int] = {
        by_trigrams: asked.trigrams,
        by_difflib: asked.questions if asked.difflib else 0,
        by_difflib_itself: asked.difflib,
    }
    for trial in trials(questions=asked.questions, peers=peers, seed=asked.seed):
        print(trial, flush=True)
        missed |= trial.is_missed
        for one in trial.missed[: asked.misses]:
            print(f"    {one.words[:100]}")
    return missed


if __name__ == "__main__":
    sys.exit(main())
