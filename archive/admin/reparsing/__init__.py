"""Reading again and replacing: the pages on which a new reading is asked for and decided on."""
