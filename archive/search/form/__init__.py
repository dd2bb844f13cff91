"""What an address may ask of a search: its parameters, their form, and their one spelling."""
