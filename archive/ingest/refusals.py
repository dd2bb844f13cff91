"""Refusals: why a file, a manifest or a table of facts is not taken in, and where it fails."""


class RefusalError(Exception):
    """Something that is not taken in. Nothing of it is stored.

    ``place`` is where in the file or beside it the reason stands: "line 7", "masthead",
    "entry 2 (line 31), sha256". ``reason`` says what is wrong and what to do.
    """

    def __init__(self, place: str, reason: str) -> None:
        super().__init__(place, reason)
        self.place = place
        self.reason = reason

    def __str__(self) -> str:
        return f"{self.place}: {self.reason}"
