"""The parameters of a comparison, how they are read, and the one way to write them in an address.

docs/formats/comparison.md tells of them.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace

from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import gettext as _

from archive.search.form.fields import ChoiceField, SymbolsField, tidy
from archive.search.form.params import WrittenParams
from archive.templatetags.addresses import path_of
from archive.web.search_formats.refusals import Reason

#: The name of the page's address; files have others, and are always whole.
PAGE = "compare"
#: Of what an address may have; the first two are both needed for a comparison.
NAMES = ("from", "to", "show")
#: What ``show`` may be: nothing but what changed.
CHANGES = "changes"

_SYMBOL = SymbolsField().read
_SHOWN = ChoiceField(choices=[(CHANGES, CHANGES), ("all", "all")]).read
_READERS: Mapping[str, Callable[[str], str]] = dict(
    zip(NAMES, (_SYMBOL, _SYMBOL, _SHOWN), strict=True)
)


@dataclass(frozen=True, slots=True, kw_only=True)
class CompareParams(WrittenParams):
    """Which texts are compared, by their canonical symbols; an empty one is still to be chosen.

    ``of_changes`` is whether paragraphs that are the same in both are left out.
    """

    before: str = ""
    after: str = ""
    of_changes: bool = False

    @property
    def is_whole(self) -> bool:
        """Whether both texts are named."""
        return bool(self.before and self.after)

    @property
    def swapped(self) -> "CompareParams":
        """The same the other way round."""
        return replace(self, before=self.after, after=self.before)

    def _written(self) -> Iterator[tuple[str, object]]:
        values = (self.before, self.after, self.of_changes and CHANGES)
        yield from zip(NAMES, values, strict=True)


class InvalidComparisonError(ValueError):
    """An address that asks for no comparison; ``params`` is what of it can be read."""

    def __init__(self, reasons: tuple[Reason, ...], *, params: CompareParams) -> None:
        super().__init__(reasons[0].words)
        self.reasons = reasons
        self.params = params


def read_compare_params(query: QueryDict) -> CompareParams:
    """The comparison that an address asks, its values in their normal forms.

    Raises InvalidComparisonError where any of it cannot be read, or one text is named twice.
    """
    typed = {name: tidy(query.get(name) or "") for name in NAMES}
    read: dict[str, str] = {}
    reasons = []
    for name, reader in _READERS.items():
        try:
            read[name] = reader(typed[name]) if typed[name] else ""
        except ValidationError as error:
            reasons.append(Reason(parameter=name, words=" ".join(error.messages)))
    before, after, show = (read.get(name, "") for name in NAMES)
    params = CompareParams(before=before, after=after, of_changes=show == CHANGES)
    if reasons:
        raise InvalidComparisonError(tuple(reasons), params=params)
    return checked(params)


def checked(params: CompareParams) -> CompareParams:
    """A comparison of two texts. Raises InvalidComparisonError where both are the same one."""
    if params.before and params.before == params.after:
        told = _("Both are %(symbol)s. Two different texts are compared: choose another one.")
        reason = Reason(parameter="to", words=told % {"symbol": params.before})
        raise InvalidComparisonError((reason,), params=params)
    return params


def compare_address(params: CompareParams, name: str = PAGE) -> str:
    """The one address of a comparison; ``name`` is that of the page's address, or of a file's."""
    query = params.query_string
    return f"{path_of(name)}?{query}" if query else path_of(name)
