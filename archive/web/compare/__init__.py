"""Two texts compared, paragraph by paragraph: as a page, and as files."""
