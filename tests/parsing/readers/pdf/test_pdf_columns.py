"""A page's gutter is looked for in steps that its declared size cannot multiply."""

import time

from archive.parsing.readers.pdf.columns import find_gutter


def test_a_page_of_a_false_size_is_looked_through_at_once() -> None:
    rows = [((10.0, 100.0), (200.0, 300.0))] * 20
    started = time.process_time()
    assert find_gutter(rows, 1e9) is None
    assert time.process_time() - started < 1
    assert 100.0 < (find_gutter(rows, 400.0) or 0.0) < 200.0
