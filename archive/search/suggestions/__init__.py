"""What somebody who is still typing may mean."""
