"""Tantivy: the least that a ranked search of the same paragraphs costs, in this process."""

import time
from collections.abc import Iterable
from pathlib import Path
from typing import Any

import tantivy

from tests.benchmarks.searching.questions import PAGE_SIZE, Question

_BYTES_FOR_WRITING = 256_000_000


class Paragraphs:
    """An index of paragraphs by their words, reduced to stems."""

    def __init__(self, folder: Path) -> None:
        folder.mkdir(parents=True, exist_ok=True)
        schema = tantivy.SchemaBuilder()
        schema.add_unsigned_field("id", stored=True)
        schema.add_text_field("wording", stored=False, tokenizer_name="en_stem")
        self._index = tantivy.Index(schema.build(), path=str(folder))

    def fill(self, rows: Iterable[dict[str, Any]]) -> None:
        """Add paragraphs, and wait until they are merged."""
        writer = self._index.writer(heap_size=_BYTES_FOR_WRITING, num_threads=1)
        for row in rows:
            writer.add_document(tantivy.Document(id=row["id"], wording=row["wording"]))
        writer.commit()
        writer.wait_merging_threads()

    @property
    def size(self) -> int:
        """How many there are."""
        self._index.reload()
        return int(self._index.searcher().num_docs)

    def seconds_for(self, question: Question) -> float:
        """How long a search takes."""
        began = time.perf_counter()
        self.search(question)
        return time.perf_counter() - began

    def search(self, question: Question) -> tuple[int, list[int]]:
        """How many match, and the keys of the best: a page of them."""
        searcher = self._index.searcher()
        query = self._index.parse_query(question.said, ["wording"], conjunction_by_default=True)
        found = searcher.search(query, limit=PAGE_SIZE, count=True)
        return found.count, [searcher.doc(address)["id"][0] for _, address in found.hits]
