"""Steps: what a run is doing, and how long it took."""

import time
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def step(name: str) -> Iterator[None]:
    """Say what is done, once it is, and how long it took."""
    began = time.perf_counter()
    yield
    say(f"  {name}: {time.perf_counter() - began:.0f} s")


def say(line: str) -> None:
    """Print a line at once."""
    print(line, flush=True)
