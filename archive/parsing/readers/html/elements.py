"""Elements of HTML: which part lines, which show nothing, which stand beside a page's subject.

Reads: an element's name and attributes. Writes: what it is.
Sources: the HTML Standard on elements and how they are shown; the pages that word processors save.
"""

import re
from collections.abc import Mapping

BLOCKS = frozenset(
    "address article aside blockquote body caption center dd details dialog dir div dl dt "
    "fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr html legend li listing "
    "main menu nav ol p plaintext pre section summary table tbody td tfoot th thead tr ul "
    "xmp".split()
)
HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
PREFORMATTED = frozenset({"pre", "listing", "xmp", "plaintext"})
_NOT_SHOWN = frozenset(
    "applet area audio base canvas datalist embed frame frameset head iframe img link map "
    "meta noframes noscript object option param script select source style svg template "
    "textarea title track video".split()
)
_ASIDE_TAGS = frozenset({"nav", "aside", "footer", "menu", "dialog"})
_ASIDE_ROLES = frozenset(
    {"navigation", "banner", "contentinfo", "search", "dialog", "complementary", "alertdialog"}
)
_ASIDE_WORDS = frozenset(
    "ad ads advert alert breadcrumb breadcrumbs catlinks comments consent cookie cookies feedback "
    "footer gdpr jump language languages lang login masthead-nav menu menus modal nav navbar "
    "navbox navigation newsletter noprint pager pagination popup printfooter promo related "
    "search share sharing sidebar sitemap skip social subscribe tags toolbar topbar "
    "widget".split()
)
_NOTE_WORDS = frozenset(
    "endnote endnotes footnote footnotes msofootnotetext msoendnotetext notes reference "
    "references reflist fnote".split()
)
_NOTE_NAME = re.compile(
    r"_?(?:ftn|edn|fn|footnote|endnote|cite_note|note)[-_:.]?(?:[a-z]{1,20}[-_])?\d{1,3}",
    re.IGNORECASE,
)
_RAISED_STYLE = re.compile(r"vertical-align\s{0,9}:\s{0,9}(?:super|text-top)")
_HIDDEN_STYLE = re.compile(
    r"(?:^|;)\s{0,9}(?:display\s{0,9}:\s{0,9}none|visibility\s{0,9}:\s{0,9}(?:hidden|collapse)"
    r"|mso-hide\s{0,9}:\s{0,9}all)"
)
_RAISED_WORDS = frozenset({"sup", "superscript", "msofootnotereference", "msoendnotereference"})
_WORD = re.compile(r"[a-z0-9]+")


def is_hidden(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element's words are not shown."""
    if tag in _NOT_SHOWN or "hidden" in attributes:
        return True
    return _HIDDEN_STYLE.search(attributes.get("style", "").lower()) is not None


def is_raised(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element's words are raised, as the numbers of notes are."""
    if tag == "sup" or _words_of(attributes, "class") & _RAISED_WORDS:
        return True
    return _RAISED_STYLE.search(attributes.get("style", "").lower()) is not None


def is_aside(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it stands beside the page's subject."""
    if tag in _ASIDE_TAGS or attributes.get("role", "").lower() in _ASIDE_ROLES:
        return True
    if tag in {"html", "body"}:
        return False
    return bool((_words_of(attributes, "class") | _words_of(attributes, "id")) & _ASIDE_WORDS)


def is_note(tag: str, attributes: Mapping[str, str]) -> bool:
    """Whether an element says that it is a note or holds notes."""
    if "footnote" in attributes.get("style", "").lower() and tag == "div":
        return True
    return bool(_words_of(attributes, "class") & _NOTE_WORDS) or names_note(
        attributes.get("id", "")
    )


def names_note(name: str) -> bool:
    """Whether a place's name is one that notes are given: "_ftn1", "fn-2", "cite_note-3"."""
    return _NOTE_NAME.fullmatch(name) is not None


def _words_of(attributes: Mapping[str, str], name: str) -> set[str]:
    return set(_WORD.findall(attributes.get(name, "").lower()))
