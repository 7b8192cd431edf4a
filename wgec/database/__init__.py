"""The one database: PostgreSQL, from `DATABASE_URL` or embedded under the data directory."""

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from django.core.exceptions import ImproperlyConfigured


def database_from_environment(environ: Mapping[str, str], data_dir: Path) -> dict[str, Any]:
    """The entry for `DATABASES`. Starts nothing: the first connection does."""
    if url := environ.get("DATABASE_URL"):
        return _database_from_url(url)
    if environ.get("WGEC_PRODUCTION") == "1":
        raise ImproperlyConfigured(
            "WGEC_PRODUCTION=1 needs DATABASE_URL: postgresql://user:password@host/name, "
            "PostgreSQL 15 or newer."
        )
    if os.name == "nt":
        raise ImproperlyConfigured(
            "The embedded PostgreSQL runs on Linux and macOS: on Windows set DATABASE_URL."
        )
    return {
        "ENGINE": "wgec.database",
        "NAME": "wgec",
        "USER": "wgec",
        "PORT": "5432",
        "DATA_DIR": data_dir,
    }


def _database_from_url(url: str) -> dict[str, Any]:
    """Read as libpq itself reads it: percent-encoding, IPv6, several hosts, socket directories."""
    scheme = url.partition("://")[0]
    if scheme not in {"postgresql", "postgres"} or "://" not in url:
        raise ImproperlyConfigured(
            "DATABASE_URL must begin with postgresql://, as PostgreSQL is the only database here."
        )
    # Not at the top: only who sets DATABASE_URL waits for psycopg to load.
    from psycopg import ProgrammingError
    from psycopg.conninfo import conninfo_to_dict

    try:
        options = conninfo_to_dict(url)
    except ProgrammingError as error:
        # libpq repeats the whole URL, with its password, in some of its messages.
        reason = "" if "://" in str(error) else f" ({str(error).strip()})"
        raise ImproperlyConfigured(
            "DATABASE_URL cannot be read: write postgresql://user:password@host:port/name, with "
            f"special characters percent-encoded{reason}."
        ) from None
    if not options.get("dbname"):
        raise ImproperlyConfigured(
            "DATABASE_URL names no database: end it with /name, as in postgresql://host/name."
        )
    return {
        "ENGINE": "wgec.database.kept",
        "NAME": options.pop("dbname"),
        "USER": options.pop("user", ""),
        "PASSWORD": options.pop("password", ""),
        "HOST": options.pop("host", ""),
        "PORT": options.pop("port", ""),
        "OPTIONS": options,
    }
