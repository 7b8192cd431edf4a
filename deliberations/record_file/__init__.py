"""A record as a file: its shape, reading and checking it, and loading it into the record.

The shape in words, with an example: `fixtures/README.md`.
"""

from deliberations.record_file.loading import Loaded, Progress, load_record
from deliberations.record_file.places import MOST_PROBLEMS, Malformed
from deliberations.record_file.reading import read_record, read_record_file

__all__ = [
    "MOST_PROBLEMS",
    "Loaded",
    "Malformed",
    "Progress",
    "load_record",
    "read_record",
    "read_record_file",
]
