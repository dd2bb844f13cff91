"""How much of a file is read: far more than any resolution has, and far less than does harm.

Reads: a text. Writes: nothing, or a refusal.
"""

from archive.parsing.parsed import ParseError

MAXIMUM_BYTES = 20_000_000
#: The longest resolutions have some 500,000.
MOST_CHARACTERS = 3_000_000


def check_length(text: str) -> None:
    """Refuse more text than a resolution has, in whatever format: ParseError ``too_large``."""
    check_count(len(text))


def check_count(characters: int) -> None:
    """Refuse more characters than a resolution has: ParseError ``too_large``."""
    if characters > MOST_CHARACTERS:
        raise ParseError(
            "too_large",
            f"The text has {characters:,} characters, more than {MOST_CHARACTERS:,}; give one "
            "resolution per file.",
        )
