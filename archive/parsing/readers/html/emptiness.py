"""Pages that hold no text of their own: those of frames, and those that programs fill.

Reads: a page. Writes: nothing, or a refusal that says what the page lacks and what to do.
"""

from archive.parsing.openings import find_opening
from archive.parsing.parsed import ParseError
from archive.parsing.printed_lines import organ_of
from archive.parsing.readers.html.page import Page

#: Less than any resolution says; more than a page says while its programs fetch the words.
_FEWEST_CHARACTERS = 300


def refuse_empty(page: Page) -> None:
    """Refuse a page without text: ParseError ``empty_file``."""
    if page.has_frames and _says_little(page):
        raise ParseError(
            "empty_file",
            "The page has no text of a resolution, it shows other pages in frames; open the page "
            "with the resolution by itself, save that, and give it.",
        )
    if page.has_scripts and _says_little(page):
        raise ParseError(
            "empty_file",
            "The page has no text of a resolution without its scripts; open it in a browser, save "
            "what it shows as PDF or plain text, and give that.",
        )
    if not page.lines:
        raise ParseError("empty_file", "The page shows no words; get the page again.")


def _says_little(page: Page) -> bool:
    """Whether a page has few words, and no line of them is a resolution's."""
    if sum(len(line.text) for line in page.lines) >= _FEWEST_CHARACTERS:
        return False
    return not any(organ_of(line.text) or find_opening(line.text) for line in page.lines)
