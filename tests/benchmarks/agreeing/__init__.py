"""Questions for agreed language, who answers them, and how surely and fast."""
