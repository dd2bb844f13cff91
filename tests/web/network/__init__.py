"""The network as a page, as files, and on the page of a resolution."""
