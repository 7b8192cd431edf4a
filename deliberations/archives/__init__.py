"""The whole record of a group as one archive that other programs read and load_record loads."""

from deliberations.archives.packing import pack

__all__ = ["pack"]
