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
    silent = {name: value for name, value in said.items() if not getattr(printed, name)}
    return replace(printed, **silent), [
        _contradiction(name, printed=getattr(printed, name), stated=value)
        for name, value in said.items()
        if name not in silent and getattr(printed, name) != value
    ]


def _contradiction(name: str, *, printed: object, stated: object) -> ParseWarning:
    named = name.replace("_", " ")
    return ParseWarning(
        code="data_contradiction",
        message=f"The file’s data give the {named} as “{stated}”, its lines as “{printed}”.",
        where="masthead",
    )
