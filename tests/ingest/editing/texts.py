"""Ingestions to correct: parsed as the worker does, with lists, notes and citations."""

from typing import Any

from archive.models import Ingestion
from tests import builders as build
from tests.ingest.publishing.ways import parsed

RECALLS = "Recalling its resolution 53/144 of 9 December 1998,"
LIST = (
    "Requests the Secretary-General:",
    "(a) To report on paragraph 1 of the present resolution;",
    "(b) To act:",
    "(i) In time;",
    "(ii) With care;",
)
OPERATIVE = (
    "Calls upon all States to give effect to resolution 66/164;",
    "\n\t".join(LIST),
    "Welcomes the report of the Secretary-General;",
    "Decides to remain seized of the matter.",
)


def in_review(**fields: Any) -> Ingestion:
    """A text of four operative paragraphs, the second with a list."""
    return parsed(build.resolution_text(preamble=[RECALLS], operative=OPERATIVE), **fields)
