"""Uploads where nobody asks for a file: they are passed over, whoever sends them."""

from django.core.files.uploadhandler import FileUploadHandler


class NoFiles(FileUploadHandler):
    """Keeps nothing of a file, neither in memory nor on a disk; the words beside it come in."""

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Pass over what has come in."""
        del raw_data, start

    def file_complete(self, file_size: int) -> None:
        """There is no file."""
        del file_size
