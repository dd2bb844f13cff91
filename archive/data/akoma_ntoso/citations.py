"""What a citation refers to, as an address that a reference can have."""

from dataclasses import dataclass
from urllib.parse import quote

from archive.data.akoma_ntoso.element_ids import element_id
from archive.data.akoma_ntoso.work_addresses import work_address
from archive.data.members import Absolute
from archive.data.records import Record
from archive.models import Citation
from archive.models.resolution import address_of
from archive.parsing.symbols import read_symbol

#: Where the United Nations keeps every document by its symbol.
_DOCUMENTS = "https://undocs.org/"


@dataclass(frozen=True, slots=True)
class Href:
    """Writes the addresses of references; ``absolute`` is for pages of the archive."""

    absolute: Absolute

    def of(self, citation: Citation, *, record: Record) -> str:
        """The address of what a citation cites; empty where the archive does not know.

        Of an act, the address of its work, if its day is known, else its page here; of another
        document, where the United Nations keeps it; of a place in the same text, its eId.
        """
        if not citation.cited_symbol:
            anchors = record.anchors.values()
            return f"#{element_id(citation.pinpoint)}" if citation.pinpoint in anchors else ""
        symbol = read_symbol(citation.cited_symbol)
        if symbol and citation.cited_day:
            work = work_address(symbol, citation.cited_day)
            if work:
                return work
        if citation.cited_resolution_id is not None:
            return self.absolute(address_of(citation.cited_symbol))
        return f"{_DOCUMENTS}{quote(citation.cited_symbol)}"
