"""The one connection of this process that listens to the record."""

import asyncio
import logging
import random
from typing import Any

import psycopg
from django.db import DEFAULT_DB_ALIAS, connections

from deliberations.models.live import CHANNEL
from wgec.database.base import DatabaseWrapper
from wgec.live.hub import Change, Hub

QUIET = 30
"""Seconds without a notice after which the connection is tried."""
FIRST_DELAY, LONGEST_DELAY = 0.5, 2.0
"""Seconds until it is tried again: however long the database was away, a reader who comes once it
is back waits for less than their patience lasts (stream.py)."""

logger = logging.getLogger(__name__)


async def listen(hub: Hub, options: dict[str, Any]) -> None:
    """Tell the hub what the database tells, until cancelled; come back when it was away."""
    delay = FIRST_DELAY
    while True:
        try:
            async with await psycopg.AsyncConnection.connect(**options, autocommit=True) as there:
                await there.execute(f"LISTEN {CHANNEL}")
                hub.begin()
                delay = FIRST_DELAY
                while True:
                    async for notice in there.notifies(timeout=QUIET):
                        hub.hear(change_in(notice.payload))
                    await there.execute("SELECT 1")
        except psycopg.Error as error:
            logger.info("Not listening to the record: %s", error)
        hub.lose()
        await asyncio.sleep(delay * random.uniform(0.75, 1.25))  # noqa: S311 - protects nothing
        delay = min(2 * delay, LONGEST_DELAY)


def change_in(payload: str) -> Change:
    group, audience, transaction = payload.split(" ")
    return Change(int(group), audience == "public", transaction)


def options_of_the_database() -> dict[str, Any]:
    """How Django connects, less what only its own connections understand."""
    connection: Any = connections[DEFAULT_DB_ALIAS]
    options = dict(connection.get_connection_params())
    for name in ("context", "cursor_factory", "prepare_threshold"):
        options.pop(name, None)
    if isinstance(connection, DatabaseWrapper):
        options["host"] = connection.address()
    return {**options, "application_name": "wgec live"}
