"""Identity: which resolution a file is, by its own masthead and by the manifest.

The two must agree. Where neither says, the file is refused and a person decides.
"""

from archive.ingest.manifest import MANIFEST_NAME, ManifestEntry
from archive.ingest.refusals import RefusalError
from archive.ingest.resolutions import is_kept
from archive.parsing.parsed import Candidate, ParsedResolution
from archive.parsing.symbols import Symbol, SymbolError


def identify(
    parsed: ParsedResolution, entry: ManifestEntry | None, *, name: str, sha256: str
) -> Symbol:
    """The symbol of the resolution a file is. Raises RefusalError when it cannot be told."""
    printed = _printed_symbol(parsed)
    if printed is None and entry is None:
        raise RefusalError("masthead", _what_to_write(parsed.candidates, name=name, sha256=sha256))
    if printed is None:
        assert entry is not None
        return entry.symbol
    if entry is not None and entry.symbol != printed:
        raise RefusalError(
            "masthead",
            f"The file prints {printed} as its own symbol, but the manifest, {entry.place}, says "
            f"{entry.symbol}; correct the entry.",
        )
    return printed


def _printed_symbol(parsed: ParsedResolution) -> Symbol | None:
    """The symbol a masthead prints. Raises RefusalError when it names no act and no draft."""
    written = parsed.masthead.symbol
    if written is None:
        return None
    try:
        symbol = Symbol.read(written)
    except SymbolError as error:
        raise RefusalError("masthead", str(error)) from error
    if not is_kept(symbol):
        raise RefusalError(
            "masthead",
            f"The file prints {symbol} as its own symbol, which names neither an act of an organ "
            "nor a draft of one; the archive keeps no other documents.",
        )
    return symbol


def _what_to_write(candidates: tuple[Candidate, ...], *, name: str, sha256: str) -> str:
    """That no symbol is known, what the text gives to go by, and the entry to write."""
    lines = ["The file prints no symbol, and no manifest gives it one."]
    lines += [_in_words(candidate) for candidate in candidates]
    lines += [
        f"Find out which resolution it is and write in a {MANIFEST_NAME} beside it:",
        "    [[files]]",
        f'    name = "{name}"',
        f'    sha256 = "{sha256}"',
        '    symbol = "…"',
        '    stage = "adopted"  # or "draft"',
        '    provenance = "where the file comes from"',
        "    [files.evidence]",
        '    symbol = "what shows that it is this one"',
        '    stage = "what shows that it is adopted, or a draft"',
    ]
    return "\n".join(lines)


def _in_words(candidate: Candidate) -> str:
    named = candidate.symbol or f"a resolution of session {candidate.session}"
    return f"Candidate: {named}; the text {candidate.evidence}."
