"""Applying corrections: a parse with what people have set right in it.

Reads: a parse, corrections in the order in which they were made, of this parse or of another of the
same file. Writes: the parse that follows by the rules of the parser, and where corrections did not
meet what they were made for.
"""

from collections.abc import Sequence
from dataclasses import replace

from archive.corrections.replaying import replayed
from archive.corrections.sheets import set_at, settled, sheet_of, warnings_of
from archive.corrections.values import Corrected, Correction
from archive.corrections.ways import way_of
from archive.parsing.parsed import ParsedResolution


def corrected(parsed: ParsedResolution, corrections: Sequence[Correction]) -> Corrected:
    """A parse with corrections applied, one after another.

    A correction applies where its ``before`` is found; where its ``after`` is found already,
    nothing is left to do. Where something else is found the value of the person wins, if it can be
    applied, and a conflict is told. A paragraph or note whose anchor has moved is found by its
    exact words.
    """
    if not corrections:
        return Corrected(parsed=parsed)
    sheet, conflicts = sheet_of(parsed), []
    for by, one in enumerate(corrections):
        sheet, conflict = replayed(sheet, one, by=by)
        conflicts += [conflict] if conflict else []
    return Corrected(
        parsed=replace(sheet.parsed, warnings=warnings_of(sheet)),
        facts=sheet.facts,
        set_by=sheet.set_by,
        conflicts=tuple(conflicts),
    )


def applied(parsed: ParsedResolution, one: Correction) -> ParsedResolution:
    """A parse with one correction made for it. Raises CorrectionError where it cannot be."""
    sheet = sheet_of(parsed)
    changed, places = way_of(one).apply(sheet, one)
    changed = settled(set_at(changed, *places, by=0))
    return replace(changed.parsed, warnings=warnings_of(changed))
