"""Reports of readers, and their answers."""
