"""What every test shares."""

import os

# The driver of the browser runs an event loop in the thread of the tests, and Django would then
# refuse the database to every test that follows in that process.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")
