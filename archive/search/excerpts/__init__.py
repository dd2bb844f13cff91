"""What a text says of what was sought: its best places, with their hits."""
