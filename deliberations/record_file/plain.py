"""Values as a record file has them."""

from datetime import date, datetime
from typing import Any

from deliberations.record_file.kinds import LEFT_OUT, Thing
from deliberations.record_file.tables import Values


def plain(value: Any) -> Any:
    """A value as JSON has it. A moment has its minute and its offset."""
    if isinstance(value, datetime):
        is_whole = not (value.second or value.microsecond)
        return value.isoformat(timespec="minutes" if is_whole else "auto")
    if isinstance(value, date):
        return value.isoformat()
    return [plain(one) for one in value] if isinstance(value, tuple) else value


def told(thing: Thing, values: Values) -> Values:
    """Values in the order of their shape, without what a file leaves out."""
    return {
        name: plain(values[name])
        for name, key in thing.keys.items()
        if name in values
        and (key.default is LEFT_OUT or values[name] not in (key.default, None, "", (), []))
    }
