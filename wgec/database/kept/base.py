"""The engine: a connection that a thread is done with waits for the next that asks for one."""

import selectors
from collections import deque
from typing import Any

from django.db import DEFAULT_DB_ALIAS
from django.db.backends.postgresql import base
from psycopg.pq import TransactionStatus

USES = 250
"""Requests after which one is opened anew: PostgreSQL goes on with the plans that it made when the
tables were as small as they were then. To open one costs PostgreSQL as much as two gavels, and who
gavels first waits for it with the group held."""


class DatabaseWrapper(base.DatabaseWrapper):
    """Keeps up to `most` connections of this process; see keep_connections."""

    most = 0
    # With the uses that each has left. Threads share it, and a deque bears that.
    kept: deque[tuple[Any, int]] = deque()
    left = 0

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        while self.alias == DEFAULT_DB_ALIAS:
            try:
                # The one used last: what PostgreSQL holds for it is still at hand.
                connection, self.left = self.kept.pop()
            except IndexError:
                break
            if is_quiet(connection):
                return connection
            connection.close()
        self.left = USES
        return super().get_new_connection(conn_params)

    def _close(self) -> None:
        connection: Any = self.connection
        if connection is not None and self.keeps(connection):
            self.kept.append((connection, self.left - 1))
        else:
            super()._close()  # type: ignore[misc]  # not in the types of Django

    def keeps(self, connection: Any) -> bool:
        return (
            self.alias == DEFAULT_DB_ALIAS
            and len(self.kept) < self.most
            and connection.info.transaction_status == TransactionStatus.IDLE
            and self.left > 1
        )


def is_quiet(connection: Any) -> bool:
    """Whether the server said nothing unasked: it does so, or hangs up, when it ends one."""
    with selectors.DefaultSelector() as selector:
        selector.register(connection, selectors.EVENT_READ)
        return not selector.select(timeout=0)


def keep_connections(most: int) -> None:
    """From now on, in a process that has one database; 0: none, and those kept are closed."""
    DatabaseWrapper.most = most
    while len(DatabaseWrapper.kept) > most:
        connection, _left = DatabaseWrapper.kept.pop()
        connection.close()
