"""The network of recalls as a page, as files, and on the page of each resolution."""
