"""Which text an address asks for: the resolution by its symbol, and its text in a language."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.http import Http404, QueryDict
from django.utils.translation import gettext as _

from archive.models import READING_LANGUAGE, Evidence, Resolution, Text
from archive.parsing.symbols import Symbol
from archive.web.languages import OtherLanguage, address_in, asked_for, others_than
from archive.web.withdrawn import withdrawn_from


class UnknownSymbol(Http404):
    """A symbol that no row of the archive has."""

    def __init__(self, symbol: Symbol) -> None:
        super().__init__(_("The archive does not know %(symbol)s.") % {"symbol": symbol})
        self.symbol = symbol


class TextNotHeld(UnknownSymbol):
    """A language in which the archive holds no text of a resolution it knows."""

    def __init__(self, symbol: Symbol) -> None:
        super().__init__(symbol)
        said = _("The archive holds no text of %(symbol)s in that language.")
        self.args = (said % {"symbol": symbol},)


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedText:
    """A resolution, its texts by language, and the language that is asked for.

    ``evidence`` is what the facts about the resolution rest on.
    """

    resolution: Resolution
    texts: Mapping[str, Text]
    language: str
    evidence: Sequence[Evidence]

    @property
    def withdrawn(self) -> Text | None:
        """The withdrawn text in whose place the address tells why."""
        return withdrawn_from(self.texts, self.language)

    @property
    def text(self) -> Text | None:
        """The text in the language; of the archive's own there may be none.

        Raises TextNotHeld, a 404, where there is none in another language.
        """
        if self.language not in self.texts and self.language != READING_LANGUAGE:
            raise TextNotHeld(self.resolution.identity)
        return self.texts.get(self.language)

    @property
    def others(self) -> tuple[OtherLanguage, ...]:
        """The texts in other languages that readers may see."""
        shown = self.texts.get(self.language)
        return others_than(shown, self.texts.values(), of=self.resolution)

    @property
    def date_is_unverified(self) -> bool:
        """Whether nobody has checked when the resolution was adopted."""
        dates = (row for row in self.evidence if row.fact == Evidence.Fact.ADOPTED_ON)
        return any(not row.is_verified for row in dates)

    @property
    def address(self) -> str:
        """The one address of the page in the language."""
        return address_in(self.resolution, self.language)


def asked_text(symbol: Symbol, query: QueryDict) -> AskedText:
    """What an address asks for: one query where any text is held, else three.

    Raises UnknownSymbol, a 404, where no row has the symbol.
    """
    texts = list(Text.objects.named(str(symbol)).with_source().with_evidence())
    found = texts[0].resolution if texts else _without_text(symbol)
    if found is None:
        raise UnknownSymbol(symbol)
    return AskedText(
        resolution=found,
        texts={text.language: text for text in texts},
        language=asked_for(query),
        evidence=_evidence(texts) if texts else list(found.evidence.all()),
    )


def _evidence(texts: Sequence[Text]) -> list[Evidence]:
    """The evidence that came with the texts, of which each has all."""
    return [Evidence(**fields) for fields in texts[0].evidence_kept]


def _without_text(symbol: Symbol) -> Resolution | None:
    return Resolution.objects.named(str(symbol)).with_what_was_adopted().first()
