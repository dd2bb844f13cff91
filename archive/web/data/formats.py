"""Formats: what a resolution can be taken away as, each at the address of the page with a suffix.

A format that is added needs a row here, its suffix in ``archive.web.symbols`` and a page in docs.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import dataclass

from django.core.serializers.json import DjangoJSONEncoder
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from archive.citing.cited import Cited
from archive.data.members import Absolute, resolution_members
from archive.data.plain_text import plain_text_of
from archive.data.records import Record
from archive.web.cited import cited_resolution
from archive.web.citing_files import CITING_FORMATS, citing_file


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A format: ``write`` makes the whole file from a record.

    ``also_accepted`` are other media types by which an ``Accept`` may ask for it. One that
    ``needs_text`` is not there for a resolution that is only cited; one that ``says_the_day`` of
    its making is another on the next. ``is_of_the_text`` tells what has the words from what only
    describes the resolution, ``is_saved`` what browsers save from what they show.
    """

    suffix: str
    name: str | Promise
    media_type: str
    write: Callable[[Record, Absolute], str]
    also_accepted: tuple[str, ...] = ()
    needs_text: bool = False
    says_the_day: bool = False
    is_of_the_text: bool = False
    is_saved: bool = False

    @property
    def content_type(self) -> str:
        """The media type with its encoding, where it can have one."""
        is_json = self.media_type.endswith("json")
        return self.media_type if is_json else f"{self.media_type}; charset=utf-8"


def _json(record: Record, absolute: Absolute) -> str:
    members = resolution_members(record, absolute=absolute)
    return json.dumps(members, cls=DjangoJSONEncoder, ensure_ascii=False) + "\n"


def _akoma_ntoso(record: Record, absolute: Absolute) -> str:
    from archive.data.akoma_ntoso.document import akoma_ntoso_of  # noqa: PLC0415 lxml takes long

    return akoma_ntoso_of(record, absolute)


def _citing(suffix: str) -> Format:
    """A file for reference managers: it says on which day the page was consulted."""
    kind = CITING_FORMATS[suffix]

    def write(record: Record, absolute: Absolute) -> str:
        return citing_file(suffix, _cited(record, absolute))

    return Format(
        suffix=suffix,
        name=kind.name,
        media_type=kind.media_type,
        write=write,
        says_the_day=True,
        is_saved=True,
    )


def _cited(record: Record, absolute: Absolute) -> Cited:
    return cited_resolution(
        record.resolution,
        absolute=absolute,
        text=record.text,
        date_is_unverified=record.date_is_unverified,
    )


#: By suffix, in the order in which pages offer them.
FORMATS: Mapping[str, Format] = {
    one.suffix: one
    for one in (
        Format(
            suffix="txt",
            name=_("Plain text"),
            media_type="text/plain",
            write=plain_text_of,
            needs_text=True,
            is_of_the_text=True,
        ),
        Format(
            suffix="xml",
            name=_("Akoma Ntoso"),
            media_type="application/akn+xml",
            also_accepted=("application/xml", "text/xml"),
            write=_akoma_ntoso,
            needs_text=True,
            is_of_the_text=True,
        ),
        Format(
            suffix="json",
            name="JSON",
            media_type="application/json",
            write=_json,
            is_of_the_text=True,
        ),
        *(_citing(suffix) for suffix in CITING_FORMATS),
    )
}
