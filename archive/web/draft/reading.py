"""Reading a draft: parsed in a process of its own, by the archive's own readers, and not kept.

The process has the draft on its standard input: no file is written. A draft that has been read
goes on with the page that shows it, signed, so that files of the same report need no second
reading and the archive need not remember it.
"""

import json
import logging
import subprocess
import sys

from django.conf import settings
from django.core import signing
from django.utils.translation import gettext as _

from archive.parsing import aside
from archive.parsing.contract import Record
from archive.templatetags.addresses import grouped

#: What the process runs.
MODULE = aside.__name__
#: Far more than the longest resolutions on human rights have.
MOST_PARAGRAPHS = 400
#: For what a form sends beside it.
_MARGIN_BYTES = 10_000
_LONGEST_CARRIED_SECONDS = 24 * 60 * 60

_logger = logging.getLogger(__name__)


class UnreadDraftError(Exception):
    """A draft that cannot be read; the message says what is wrong and what to do."""


def read_draft(data: bytes) -> Record:
    """The record of a draft as the parse contract has it. Raises UnreadDraftError."""
    record: Record = json.loads(_parsed_aside(data))
    _check(record)
    return record


def _parsed_aside(data: bytes) -> bytes:
    """What the process that parses prints: it knows no setting, and nothing but the draft.

    Raises UnreadDraftError where it was ended, or fails; where in the code is in the log.
    """
    try:
        done = subprocess.run(  # noqa: S603 this project’s own module
            [sys.executable, "-B", "-m", MODULE],
            cwd=settings.BASE_DIR,
            env={},
            input=data,
            stdout=subprocess.PIPE,
            timeout=aside.MOST_SECONDS,
            check=True,
        )
    except subprocess.TimeoutExpired as error:
        raise UnreadDraftError(_too_slow()) from error
    except subprocess.CalledProcessError as error:
        _logger.error("A draft could not be read: its process ended with %s.", error.returncode)  # noqa: TRY400 its words stay out
        raise UnreadDraftError(_too_slow()) from None
    return done.stdout


def _too_slow() -> str:
    return _(
        "The draft cannot be read: it takes longer than a text should, or its file is damaged. "
        "Paste its text instead."
    )


def _check(record: Record) -> None:
    """Refuse what the readers refuse, another language, and more than is compared."""
    if record["error"]:
        raise UnreadDraftError(record["error"]["message"])
    if record["language"] != "en":
        raise UnreadDraftError(
            _("The draft is not in English, and the archive compares drafts in English only.")
        )
    count = len(record["paragraphs"])
    if count > MOST_PARAGRAPHS:
        raise UnreadDraftError(
            _(
                "The draft has %(count)s paragraphs, and %(most)s are compared at most. Check it "
                "in parts."
            )
            % {"count": grouped(count), "most": grouped(MOST_PARAGRAPHS)}
        )


def carried(record: Record) -> str:
    """A draft that was read, as the page carries it: signed, in the letters of an address.

    Nothing of one that is more than a form may send back.
    """
    words = signing.dumps(record, salt=__name__, compress=True)
    return words if len(words) < settings.DATA_UPLOAD_MAX_MEMORY_SIZE - _MARGIN_BYTES else ""


def read_carried(words: str) -> Record:
    """The record that a page carried. Raises UnreadDraftError for what no page of today has."""
    try:
        record: Record = signing.loads(words, salt=__name__, max_age=_LONGEST_CARRIED_SECONDS)
    except signing.BadSignature as error:
        raise UnreadDraftError(
            _("The page with the report is older than a day. Send the draft again.")
        ) from error
    return record
