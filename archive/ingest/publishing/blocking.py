"""Blocking: what keeps an edition from being published, each with its place and what to do."""

from dataclasses import dataclass

from archive.ingest.editing.editions import Edition


@dataclass(frozen=True, slots=True, kw_only=True)
class Blocker:
    """One thing that must be put right before an edition is published.

    ``code`` is stable. ``message`` says what is wrong and what to do. ``where`` is a place as
    corrections name it: ``masthead.symbol``, an anchor, or ``file``.
    """

    code: str
    message: str
    where: str


def blockers(edition: Edition) -> tuple[Blocker, ...]:
    """Everything that keeps an edition from being published; empty where it may be."""
    raise NotImplementedError(edition)
