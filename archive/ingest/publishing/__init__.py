"""Publishing: an edition becomes what readers see, is withdrawn, and restored."""
