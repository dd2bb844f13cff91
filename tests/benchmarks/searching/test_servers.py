"""The memory of a process is what Linux says of it."""

from tests.benchmarks.searching.servers import Memory, memory_of


def test_memory_is_in_megabytes() -> None:
    rollup = """\
55d0c0000000-7ffd2c3c9000 ---p 00000000 00:00 0                          [rollup]
Rss:               92160 kB
Pss:               51200 kB
Pss_Dirty:          1024 kB
"""
    assert memory_of(rollup) == Memory(resident=90.0, proportional=50.0)
