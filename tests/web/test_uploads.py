"""Files that are sent where nobody asks for them are passed over."""

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import RequestFactory

LARGE = b"%PDF" * 1_000_000


def test_of_a_form_with_a_file_the_words_come_in_and_the_file_does_not() -> None:
    sent = {"words": "op. 5 is wrong", "scan": SimpleUploadedFile("a.pdf", LARGE), "at": "op5"}
    request = RequestFactory().post("/report/", sent)
    assert request.POST.dict() == {"words": "op. 5 is wrong", "at": "op5"}
    assert not request.FILES
