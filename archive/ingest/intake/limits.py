"""How much is taken in at once: told to people beforehand, and kept to."""

from archive.parsing.readers.limits import MAXIMUM_BYTES

#: Of one file, and of one file in a zip archive once it is unpacked.
MOST_BYTES = MAXIMUM_BYTES
#: In one batch, those in zip archives among them.
MOST_FILES = 100
#: Of all files of a batch together, as sent; and again of all that its zip archives hold.
MOST_BYTES_TOGETHER = 200_000_000
#: Of a text that is pasted, a line break counted as one: some eighty pages. In any script these are
#: fewer bytes than settings.DATA_UPLOAD_MAX_MEMORY_SIZE lets a form have.
MOST_PASTED_CHARACTERS = 250_000
#: How many times larger than it is packed a file in a zip archive may be; text is some five times.
MOST_TIMES_LARGER = 250
