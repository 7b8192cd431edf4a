"""Readings of the record: what follows from the acts, put together for a page. They write nothing,
and each takes the reader, so that nothing unpublished gets in."""
