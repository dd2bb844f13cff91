"""Attention: what of an edition a person must still look at, and the state that follows from it.

The same rule holds after a parse and after every correction, so that an ingestion leaves the queue
when all in it is mended or explained.
"""

from dataclasses import asdict
from typing import Any

from archive.ingest.editing.editions import Edition
from archive.ingest.publishing.blocking import blockers
from archive.models import Ingestion
from archive.parsing.parsed import ParseWarning

_State = Ingestion.State
#: What is published stays so; readers see it whatever else is found.
_OPEN = frozenset({_State.QUEUED, _State.PARSED, _State.NEEDS_ATTENTION})


def warnings_left(edition: Edition) -> tuple[ParseWarning, ...]:
    """The warnings of an edition, and whether the file prints another symbol than was said."""
    return (*edition.parsed.warnings, *_contradictions(edition))


def _contradictions(edition: Edition) -> tuple[ParseWarning, ...]:
    """A warning where the file prints another symbol than whoever brought it gave.

    A person who sets the symbol has looked into it.
    """
    given, printed = edition.ingestion.given_symbol, edition.parsed.masthead.symbol
    is_settled = "symbol" in edition.corrected.facts
    if not given or printed is None or printed == given or is_settled:
        return ()
    return (
        ParseWarning(
            code="given_symbol_contradicted",
            message=f"Whoever brought the file says that it is {given}; it prints {printed} as "
            "its own symbol. Find out which is right before it is published.",
            where="masthead.symbol",
        ),
    )


def fields_of(edition: Edition) -> dict[str, Any]:
    """The fields of an ingestion that say what is left to look at: its warnings and its state."""
    warnings = warnings_left(edition)
    fields: dict[str, Any] = {"warnings": [asdict(warning) for warning in warnings]}
    if edition.ingestion.state in _OPEN:
        is_plain = not warnings and not blockers(edition)
        fields["state"] = _State.PARSED if is_plain else _State.NEEDS_ATTENTION
    return fields
