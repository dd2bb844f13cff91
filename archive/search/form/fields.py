"""Fields of the search form: each reads what was typed into a value of its own type.

Nothing typed is an empty value. A value is read whatever its case and the spaces round it.
"""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext

from archive.parsing.openings import normal_form
from archive.parsing.spoken_symbols import spoken
from archive.parsing.symbols import Organ, read_symbol
from archive.search.form.periods import Period, PeriodError

#: In UTF-8. The longest paragraphs of resolutions have some 3,000.
LONGEST_QUERY_BYTES = 32_768
#: No opening on record is half as long.
LONGEST_OPENING = 120
#: Openings or symbols in one search; each makes its question longer.
MOST_VALUES = 20

#: The organs to choose from, each with its name.
ORGANS = [(organ, organ.full_name) for organ in Organ]

_SESSION = re.compile(
    r"(?P<special>E?S-)?(?:0*(?P<number>[1-9][0-9]{0,3})|(?P<roman>[IVXLC]{1,8}))"
)
_PAGE_NUMBER = re.compile(r"[1-9][0-9]{0,17}")


def shown(typed: str) -> str:
    """What was typed, in quotation marks, without signs that no page can show."""
    return f"“{''.join(filter(str.isprintable, typed[:40]))}”"


def tidy(typed: str) -> str:
    """What was typed, in single spaces."""
    return " ".join(typed.split())


class SharedField(forms.Field):
    """A field that never changes, so that all forms have the same one."""

    def __deepcopy__(self, memo: dict[int, Any]) -> "SharedField":
        """Itself: a form copies its fields only to be free to change them."""
        return self


class WordsField(SharedField):
    """Words in single spaces, whatever signs stand among them."""

    widget = forms.TextInput

    def clean(self, value: Any) -> str:
        """The words. Raises ValidationError where they are too many to be a search."""
        words = tidy(value or "")
        size_bytes = len(words.encode(errors="replace"))
        if size_bytes > LONGEST_QUERY_BYTES:
            raise ValidationError(
                gettext("The search is %(size)s bytes long; %(most)s is the most.")
                % {"size": f"{size_bytes:,}", "most": f"{LONGEST_QUERY_BYTES:,}"}
            )
        return words


class ChoiceField(SharedField):
    """One of several values: ``choices`` are pairs of a value and its label, in order.

    Nothing chosen is ``default``, one of them, or has ``empty_label``.
    """

    widget = forms.Select

    def __init__(
        self,
        *,
        choices: Sequence[tuple[Any, str]],
        default: Any = None,
        empty_label: str | Promise = "",
        **options: Any,
    ) -> None:
        super().__init__(**options)
        self.choices = choices
        self.default = default
        self.empty_label = empty_label

    def clean(self, value: Any) -> Any:
        """The value, or None. Raises ValidationError naming those there are."""
        return self.read(value) if tidy(value or "") else None

    def read(self, typed: str) -> Any:
        """The value of one choice."""
        written = tidy(typed).casefold()
        for choice, _label in self.choices:
            if str(choice).casefold() == written:
                return choice
        names = [str(choice) for choice, _label in self.choices]
        raise ValidationError(
            gettext("%(typed)s is none of the choices: %(others)s or %(last)s.")
            % {"typed": shown(typed), "others": ", ".join(names[:-1]), "last": names[-1]}
        )


class ChoicesField(ChoiceField):
    """Any of several values, in the order of the choices."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> tuple[Any, ...]:
        """The values. Raises ValidationError for the first that is no choice."""
        chosen = {self.read(typed) for typed in value or () if tidy(typed)}
        return tuple(choice for choice, _label in self.choices if choice in chosen)


class PeriodField(SharedField):
    """A year or a day."""

    widget = forms.TextInput

    def clean(self, value: Any) -> Period | None:
        """The period, or None."""
        typed = tidy(value or "")
        try:
            return Period.read(typed) if typed else None
        except PeriodError as error:
            raise ValidationError(
                gettext("%(typed)s is neither a year, such as 2011, nor a day, such as 2011-12-19.")
                % {"typed": shown(typed)}
            ) from error


class SessionField(SharedField):
    """A session as symbols write it: 66, XXI, S-21, ES-10, or a year."""

    widget = forms.TextInput

    def clean(self, value: Any) -> str:
        """The session, or nothing."""
        typed = tidy(value or "")
        match = _SESSION.fullmatch(typed.upper())
        if typed and not match:
            raise ValidationError(
                gettext("%(typed)s is no session as symbols write it: 66, XXI, S-21, or a year.")
                % {"typed": shown(typed)}
            )
        return f"{match['special'] or ''}{match['number'] or match['roman']}" if match else ""


class PageField(SharedField):
    """The number of a page, from 1."""

    widget = forms.HiddenInput

    def clean(self, value: Any) -> int:
        """The number; 1 unless given."""
        typed = tidy(value or "") or "1"
        if not _PAGE_NUMBER.fullmatch(typed):
            raise ValidationError(
                gettext("%(typed)s is not the number of a page; they begin with 1.")
                % {"typed": shown(typed)}
            )
        return int(typed)


class _ListField(SharedField):
    """Values that may be repeated."""

    widget = forms.SelectMultiple

    def clean(self, value: Any) -> tuple[str, ...]:
        """The values. Raises ValidationError for the first that cannot be read."""
        typed = [tidy(one) for one in value or () if tidy(one)]
        if len(typed) > MOST_VALUES:
            raise ValidationError(
                gettext("There are %(count)s of these; %(most)s is the most at once.")
                % {"count": len(typed), "most": MOST_VALUES}
            )
        return tuple(dict.fromkeys(map(self.read, typed)))

    def read(self, typed: str) -> str:
        raise NotImplementedError


class OpeningsField(_ListField):
    """Openings, each read into its normal form: “Also calls upon” is “call upon”."""

    def read(self, typed: str) -> str:
        """The normal form of an opening."""
        if len(typed) > LONGEST_OPENING or not typed.isprintable():
            raise ValidationError(
                gettext("%(typed)s is no opening, such as “recall” or “call upon”.")
                % {"typed": shown(typed)}
            )
        return normal_form(typed)


class SymbolsField(_ListField):
    """Symbols in any spelling, each read into its canonical form."""

    def read(self, typed: str) -> str:
        """The canonical symbol; of several that a number may mean, the likeliest."""
        symbols = [read_symbol(typed), *spoken(typed)]
        for symbol in filter(None, symbols):
            return symbol.text
        raise ValidationError(
            gettext("%(typed)s is not the symbol of a document, such as A/RES/53/144.")
            % {"typed": shown(typed)}
        )
