"""The form in which readers report a problem, and what keeps programs from filling it in.

Nobody else is asked who is a person. A field that people do not see stays empty, a form is not
filled in within three seconds, and a report says something besides links.
"""

import re
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.signing import BadSignature, TimestampSigner
from django.utils.translation import gettext, gettext_lazy

from archive.models.lengths import LONGEST_WORDS

SHORTEST_WORDS = 10
FASTEST_SECONDS = 3
_LONGEST_OPEN_SECONDS = 24 * 60 * 60
_FEWEST_LETTERS = 8
_LINK = re.compile(r"(?:https?://|www\.|mailto:)\S+|<[^>]*>|\[[^\]]*\]", re.IGNORECASE)
_BEGUN = "report"


def _signer() -> TimestampSigner:
    """Made when it is needed: it reads the secret key, which need not be there before."""
    return TimestampSigner(salt=__name__)


def stamp() -> str:
    """The present moment, signed: when a form was given out."""
    return _signer().sign(_BEGUN)


class ProblemForm(forms.Form):
    """What is wrong, and where to write to; ``website`` is for programs, ``begun`` is a stamp."""

    words = forms.CharField(
        error_messages={"required": gettext_lazy("Say what is wrong.")},
    )
    reply_to = forms.EmailField(
        required=False,
        max_length=254,
        error_messages={
            "invalid": gettext_lazy(
                "This is no address for mail, such as name@example.org. Correct it, or leave it "
                "out."
            )
        },
    )
    website = forms.CharField(required=False)
    begun = forms.CharField(required=False)

    def clean_words(self) -> str:
        """Within limits, and not links alone. Raises ValidationError."""
        words: str = self.cleaned_data["words"]
        if len(words) < SHORTEST_WORDS:
            raise ValidationError(
                gettext("Say it in %(count)s signs or more.") % {"count": SHORTEST_WORDS}
            )
        if len(words) > LONGEST_WORDS:
            raise ValidationError(
                gettext(
                    "It has %(count)s signs; up to %(most)s are taken down. Shorten it, or send it "
                    "in parts."
                )
                % {"count": f"{len(words):,}", "most": f"{LONGEST_WORDS:,}"}
            )
        if sum(map(str.isalpha, _LINK.sub("", words))) < _FEWEST_LETTERS:
            raise ValidationError(
                gettext("Say in words what is wrong; links alone are not taken down.")
            )
        return words

    def clean(self) -> dict[str, Any]:
        """Filled in by a person, in a person’s time. Raises ValidationError."""
        cleaned = super().clean() or self.cleaned_data
        if cleaned.get("website"):
            raise ValidationError(
                gettext(
                    "A field that people do not see was filled in; programs do that. It is empty "
                    "now: if you are a person, send the report again."
                )
            )
        if not self.errors:  # what is to be put right takes its time anyway
            _check_time(cleaned.get("begun", ""))
        return cleaned

    @property
    def next_stamp(self) -> str:
        """The stamp for the form as it is shown again: the one it came with while that is good."""
        begun = self.data.get("begun", "")
        return begun if _age_is_known(begun) else stamp()


def _check_time(begun: str) -> None:
    if not _age_is_known(begun):
        raise ValidationError(
            gettext(
                "The form had been open for more than a day. Your words are still here: look "
                "through them, and send them again."
            )
        )
    if _is_signed(begun, within=FASTEST_SECONDS):
        raise ValidationError(
            gettext(
                "It was sent faster than a person types. Wait three seconds, and send it again."
            )
        )


def _age_is_known(begun: str) -> bool:
    return _is_signed(begun, within=_LONGEST_OPEN_SECONDS)


def _is_signed(begun: str, *, within: int) -> bool:
    """Whether it is a stamp of ours, no older than some seconds."""
    try:
        return _signer().unsign(begun, max_age=within) == _BEGUN
    except BadSignature:
        return False
