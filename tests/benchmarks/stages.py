"""How long each stage of a parse takes, by the processor's clock."""

import time
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from typing import Any
from unittest.mock import patch

from archive.parsing import pipeline

#: Stages by the names of the functions that the pipeline calls.
STAGES = {
    "read": ("read",),
    "divide": ("divide",),
    "masthead": ("read_masthead", "with_stated"),
    "markers": ("notes_of", "place_markers"),
    "paragraphs": ("find_paragraphs", "anchors_of"),
    "mends": ("vocabulary_of", "mend_paragraph", "mend_footnote"),
    "citations": ("find_citations",),
    "candidates": ("find_candidates",),
    "checks": ("check", "check_account"),
}
#: What a parser of structure does too: paragraphs, notes and citations of a text that is read.
STRUCTURE = ("divide", "masthead", "markers", "paragraphs", "citations")


@contextmanager
def timed() -> Iterator[Counter[str]]:
    """Seconds of one processor by stage, of every parse that this process makes meanwhile."""
    seconds: Counter[str] = Counter(dict.fromkeys(STAGES, 0.0))
    with ExitStack() as stack:
        for stage, names in STAGES.items():
            for name in names:
                watched = _watched(getattr(pipeline, name), stage=stage, seconds=seconds)
                stack.enter_context(patch.object(pipeline, name, watched))
        yield seconds


def _watched(
    function: Callable[..., Any], *, stage: str, seconds: Counter[str]
) -> Callable[..., Any]:
    def watched(*arguments: Any, **options: Any) -> Any:
        started = time.process_time()
        try:
            return function(*arguments, **options)
        finally:
            seconds[stage] += time.process_time() - started  # type: ignore[assignment]

    return watched
