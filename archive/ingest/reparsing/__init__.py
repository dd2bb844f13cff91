"""Reading again: a file by another parser, or a better file, in the place of what is published."""
