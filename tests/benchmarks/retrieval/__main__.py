"""The measure itself, over the database that the environment names; see ``relevance.py``."""

import argparse
import sys

import django

django.setup()

from tests.benchmarks.retrieval.report import misses
from tests.benchmarks.retrieval.trials import trials


def main() -> int:
    """Print every table and what is reached; 1 if anything is not."""
    parser = argparse.ArgumentParser()
    for name in ("paragraphs", "titles", "seed", "misses"):
        parser.add_argument(f"--{name}", type=int, required=True)
    asked = parser.parse_args()
    verdicts: list[tuple[bool, str]] = []
    for trial in trials(
        paragraph_count=asked.paragraphs, title_count=asked.titles, seed=asked.seed
    ):
        print(trial.table, *misses(trial.own, asked.misses), "", sep="\n", flush=True)
        verdicts += trial.verdicts
    for is_reached, said in verdicts:
        print(f"{'reached' if is_reached else 'MISSED '}  {said}")
    return int(not all(is_reached for is_reached, _ in verdicts))


if __name__ == "__main__":
    sys.exit(main())
