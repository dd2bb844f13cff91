"""Lists of all that readers may see, for programs that go through it."""
