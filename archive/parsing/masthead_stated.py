"""What a format's own data say of a document, beside what its lines say.

Reads: the masthead of the printed lines, the masthead a reader found in the file's data.
Writes: one masthead, in which the printed line wins, and a warning for each contradiction.
"""

from dataclasses import fields, replace

from archive.parsing.parsed import Masthead, ParseWarning


def with_stated(printed: Masthead, stated: Masthead | None) -> tuple[Masthead, list[ParseWarning]]:
    """The printed masthead with what only the data say, and what the two say differently."""
    if stated is None:
        return printed, []
    said = {
        one.name: value
        for one in fields(Masthead)
        if one.name != "lines" and (value := getattr(stated, one.name))
    }
    fuller = {
        name: value
        for name, value in said.items()
        if _says_more(name, printed=getattr(printed, name), stated=value)
    }
    return replace(printed, **fuller), [
        _contradiction(name, printed=getattr(printed, name), stated=value)
        for name, value in said.items()
        if name not in fuller and getattr(printed, name) != value
    ]


def _says_more(name: str, *, printed: object, stated: object) -> bool:
    """Whether the data say what no line does, or the same more exactly.

    A number's line leaves out the letter of one of several resolutions; lines that follow a title
    may have been taken for its end.
    """
    if not printed:
        return True
    if name == "symbol":
        return str(stated)[:-1] == printed and str(stated)[-1:].isalpha()
    return name == "title" and str(printed).startswith(f"{stated} ")


def _contradiction(name: str, *, printed: object, stated: object) -> ParseWarning:
    named = name.replace("_", " ")
    return ParseWarning(
        code="data_contradiction",
        message=f"The file’s data give the {named} as “{stated}”, its lines as “{printed}”.",
        where="masthead",
    )
