"""Files of Akoma Ntoso made by code: a resolution of invented words, parts as a test needs."""

from collections.abc import Sequence

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LINK = "https://undocs.org/en/"
ORGAN = "<formula name='enactingFormula'><p><span>The General Assembly</span>,</p></formula>"
RECALLING = "<container name='Recalling'><p><span>Recalling</span> the Charter,</p></container>"
COVER = (
    "<coverPage><p><docAuthority refersTo='#publisher'>United Nations</docAuthority></p>"
    "<p><docNumber refersTo='#symbol'>A/RES/66/900</docNumber></p>"
    "<p><docAuthority refersTo='#issuingBody'>General Assembly</docAuthority></p>"
    "<p><docStatus>Distr.: General</docStatus></p>"
    "<p><docDate date='2012-01-10' refersTo='#dateOfIssuance'>10 January 2012</docDate></p>"
    "<p><session value='66'>Sixty-sixth session</session></p>"
    "<p><inline name='agenda item'>Agenda item 69 (b)</inline></p>"
    "<p><docTitle>Resolution adopted by the General Assembly on 19 December 2011</docTitle></p>"
    "<p><docProponent>[on the report of the Third Committee ("
    "<inline name='originating document'>A/66/462, para. 20</inline>)]</docProponent></p>"
    "</coverPage>"
)
PREFACE = (
    "<preface><p><docNumber>66/900.</docNumber>"
    "<docTitle refersTo='#resolutionTitle'><span>\tLighthouses</span></docTitle></p></preface>"
)
CLOSING = (
    "<conclusions><p><inline name='adoptionMeeting' title='89th'>89th plenary meeting</inline>"
    "<eol/><docDate date='2011-12-19' refersTo='#adoptionDate'>19 December 2011</docDate></p>"
    "</conclusions>"
)


def numbered(*texts: str, first: int = 1) -> str:
    """Paragraphs with running numbers, whose ids are others."""
    return "".join(
        f"<paragraph eId='para_{7 * number}' class='SingleTxt'><num>{number}.</num>"
        f"<content><p>\t{text}</p></content></paragraph>"
        for number, text in enumerate(texts, start=first)
    )


def note(marker: str, words: str) -> str:
    """A note where it is marked."""
    return f"<authorialNote marker='{marker}' placement='bottom'><p>\t{words}</p></authorialNote>"


def linked(words: str, symbol: str) -> str:
    """Words with a link to a document."""
    return f"<a href='{LINK}{symbol}'>{words}</a>"


def data(*, steps: str = "", voting: str = "", work: str = "66-900", language: str = "eng") -> str:
    """What the file says of itself beside its words."""
    return (
        "<meta><identification><FRBRWork>"
        f"<FRBRuri value='/akn/un/statement/deliberation/unga/2011-12-19/{work}/'/>"
        "<FRBRdate date='2011-12-19' name='adoption'/>"
        "<FRBRauthor href='ga' as='author'/></FRBRWork>"
        f"<FRBRExpression><FRBRlanguage language='{language}'/></FRBRExpression></identification>"
        f"<workflow>{steps}</workflow><analysis><parliamentary>{voting}</parliamentary></analysis>"
        "</meta>"
    )


def statement(
    *,
    meta: str | None = None,
    cover: str = COVER,
    preface: str = PREFACE,
    preamble: str = ORGAN + RECALLING,
    body: str = "",
    after: str = CLOSING,
) -> str:
    """A resolution; ``after`` is what follows its text."""
    return (
        f"<statement name='resolution'>{data() if meta is None else meta}{cover}{preface}"
        f"<preamble>{preamble}</preamble>"
        f"<mainBody>{body or numbered('Decides to rest.')}</mainBody>{after}</statement>"
    )


def annexed(*paragraphs: str) -> str:
    """An annex with its own paragraphs."""
    return (
        "<attachments><attachment><doc name='annex'><mainBody>"
        + "".join(paragraphs)
        + "</mainBody></doc></attachment></attachments>"
    )


def headed(text: str, *, level: str = "H1") -> str:
    """A paragraph that is a heading by its class."""
    return f"<paragraph class='{level}'><content><p><span>{text}</span></p></content></paragraph>"


def table(*rows: Sequence[str]) -> str:
    """A table of plain cells."""
    cells = ("".join(f"<td><p>{cell}</p></td>" for cell in row) for row in rows)
    return (
        "<container name='table'><table>"
        + "".join(f"<tr>{row}</tr>" for row in cells)
        + ("</table></container>")
    )


def akn(content: str, *, prefix: str = "", namespace: str = NAMESPACE) -> bytes:
    """A file around its content; with a prefix every element carries it."""
    name = f"xmlns:{prefix}" if prefix else "xmlns"
    content = f"<akomaNtoso {name}='{namespace}'>{content}</akomaNtoso>"
    if prefix:
        content = content.replace("</", "</\0").replace("<", f"<{prefix}:")
        content = content.replace(f"<{prefix}:/\0", f"</{prefix}:")
    return content.encode()
