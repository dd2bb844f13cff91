"""What a format's own data say of a document, beside what its lines say.

Reads: the masthead of the printed lines, the masthead a reader found in the file's data.
Writes: one masthead, in which the printed line wins, and a warning for each contradiction.
"""

from dataclasses import fields, replace
from datetime import date

from archive.parsing.dates import date_in_words
from archive.parsing.parsed import Adoption, AdoptionMethod, Masthead, ParseWarning
from archive.parsing.symbols import Organ


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
    may have been taken for its end; a line counts votes, and data also name the States.
    """
    if not printed:
        return True
    if isinstance(printed, Adoption) and isinstance(stated, Adoption):
        return _counted(printed) == _counted(stated) and stated != printed
    if name == "symbol":
        return str(stated)[:-1] == printed and str(stated)[-1:].isalpha()
    return name == "title" and str(printed).startswith(f"{stated} ")


def _counted(adoption: Adoption) -> Adoption:
    """The adoption by its counts alone."""
    return replace(adoption, in_favour_states=(), against_states=(), abstaining_states=())


def _contradiction(name: str, *, printed: object, stated: object) -> ParseWarning:
    named = name.replace("_", " ")
    return ParseWarning(
        code="data_contradiction",
        message=f"The file’s data give the {named} as “{in_words(stated)}”, its lines as "
        f"“{in_words(printed)}”.",
        where="masthead",
    )


def in_words(value: object) -> str:
    """A value of the masthead as people read it."""
    if isinstance(value, Adoption):
        return _vote_in_words(value)
    if isinstance(value, date):
        return date_in_words(value)
    if isinstance(value, Organ):
        return value.full_name
    return ", ".join(map(str, value)) if isinstance(value, tuple) else str(value)


def _vote_in_words(adoption: Adoption) -> str:
    if adoption.method is AdoptionMethod.WITHOUT_VOTE:
        return "without a vote"
    counts = (adoption.in_favour, adoption.against, adoption.abstaining)
    favour, against, abstaining = ("?" if count is None else count for count in counts)
    return f"{favour} to {against}, {abstaining} abstaining"
