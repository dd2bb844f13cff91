"""Who says what two paragraphs are."""

import pytest
from django.contrib.auth.models import User

from tests import factories as make


@pytest.fixture
def publisher() -> User:
    return make.make_staff("publisher", name="Amina")
