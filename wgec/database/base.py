"""Django's PostgreSQL engine, with a server of its own that starts on the first connection."""

from collections.abc import Iterable
from typing import Any

import psycopg
from django.db.backends.postgresql import client

from .cluster import binary
from .kept import base
from .server import server_in


class DatabaseClient(client.DatabaseClient):
    """`manage.py dbshell`, with the psql of the embedded server."""

    @classmethod
    def settings_to_cmd_args_env(
        cls, settings_dict: dict[str, Any], parameters: Iterable[str]
    ) -> tuple[list[str], dict[str, str] | None]:
        address = server_in(settings_dict["DATA_DIR"]).join()
        arguments, environment = super().settings_to_cmd_args_env(
            {**settings_dict, "HOST": address}, parameters
        )
        return [str(binary("psql")), *arguments[1:]], environment


class DatabaseWrapper(base.DatabaseWrapper):
    client_class = DatabaseClient

    def address(self) -> str:
        """The directory of the server's socket; starts the server where it does not run."""
        return server_in(self.settings_dict["DATA_DIR"]).join()

    def get_new_connection(self, conn_params: dict[str, Any]) -> Any:
        server = server_in(self.settings_dict["DATA_DIR"])
        address = server.join()
        try:
            return super().get_new_connection({**conn_params, "host": address})
        except psycopg.OperationalError:
            if server.is_ready():
                raise
            # It ended since this process joined: killed, or its machine's memory ran out.
            server.start()
            return super().get_new_connection({**conn_params, "host": address})
