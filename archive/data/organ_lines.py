"""The line in which an organ begins to speak: “The General Assembly,”."""

import re

from archive.models import Text
from archive.parsing.printed_lines import organ_of

#: “L’Assemblée générale,” in any of the scripts of the official languages.
_SPEAKS = re.compile(r"[^\W\d].{1,60}[,\u060c\uff0c]")


def organ_line(text: Text) -> str:
    """That line as the file prints it, of a translation told by its comma; empty without one.

    The text comes from ``with_source``.
    """
    lines = text.masthead_lines or ()
    if text.is_translation:
        return next((line for line in lines if _SPEAKS.fullmatch(line)), "")
    return next((line for line in lines if organ_of(line)), "")
