"""Publishing: the pages on which an edition is published or turned down."""
