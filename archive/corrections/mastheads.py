"""What follows from another masthead: citations of another organ, contradictions, candidates.

Reads: a sheet, a fact. Writes: the sheet with the masthead that has the fact.
"""

from dataclasses import replace

from archive.corrections.facts import with_fact
from archive.corrections.sheets import Sheet, all_names, with_stale
from archive.parsing.candidates import find_candidates
from archive.parsing.parsed import Candidate, ParsedResolution


def with_masthead(sheet: Sheet, fact: str, *, words: str | None) -> Sheet:
    """The sheet with a fact in its masthead.

    Every citation is found anew where another organ speaks; else only what contradicts them is
    told anew.
    """
    before = sheet.parsed.masthead
    masthead = with_fact(before, fact, words=words)
    parsed = replace(sheet.parsed, masthead=masthead)
    if fact == "symbol":
        parsed = replace(parsed, candidates=_candidates(parsed))
    changed = replace(sheet, parsed=parsed)
    places = all_names(parsed) if masthead.organ != before.organ else ("masthead",)
    return changed if masthead == before else with_stale(changed, *places)


def _candidates(parsed: ParsedResolution) -> tuple[Candidate, ...]:
    """Guesses at what a text without a symbol may be."""
    masthead = parsed.masthead
    if masthead.symbol:
        return ()
    return find_candidates(parsed.paragraphs, parsed.footnotes, organ=masthead.organ)
