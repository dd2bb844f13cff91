"""Languages of texts: which one a page shows, and which others are held."""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from archive.models import READING_LANGUAGE, Resolution, Text

#: ISO 639-2 has it for what is undetermined; texts have the two letters of ISO 639-1.
NO_LANGUAGE = "und"
_LETTERS = re.compile("[a-z]{2,3}")


@dataclass(frozen=True, slots=True, kw_only=True)
class OtherLanguage:
    """A text of the same resolution in another language, and the address that shows it."""

    text: Text
    address: str


def address_in(resolution: Resolution, language: str) -> str:
    """The address of a text; that of the archive's own language is the resolution's."""
    address = resolution.get_absolute_url()
    return address if language == READING_LANGUAGE else f"{address}?lang={language}"


def others_than(
    shown: Text | None, texts: Iterable[Text], *, of: Resolution
) -> tuple[OtherLanguage, ...]:
    """The texts that are not shown, that in the archive's language first, then by their names."""
    found = (text for text in texts if text != shown and not text.is_withdrawn)
    ordered = sorted(found, key=lambda text: (text.is_translation, text.own_language))
    return tuple(
        OtherLanguage(text=text, address=address_in(of, text.language)) for text in ordered
    )


def asked_for(query: Mapping[str, str]) -> str:
    """The language an address asks for; without one, the archive's own.

    What is not the letters of a language is ``NO_LANGUAGE``, in which nothing is held.
    """
    asked = query.get("lang") or READING_LANGUAGE
    return asked if _LETTERS.fullmatch(asked) else NO_LANGUAGE
