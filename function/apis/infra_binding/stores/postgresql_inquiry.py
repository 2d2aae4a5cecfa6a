"""What a preflight asks a PostgreSQL server: whether the login may read a table, and have a pool of connections."""

from collections.abc import Mapping
from dataclasses import dataclass
from urllib.parse import parse_qsl

from function.apis.infra_binding.inquiry import Inquiry, secret_key
from function.apis.infra_binding.stores.postgresql_endpoint import Postgresql
from function.base.preflight_target import SecretKey

VERIFIED = "the server or the client is verified with files of the applications, which a preflight does not have"
NO_USER = "the entry names no user"
OWN_QUERY = "query.sql says what is read, and a preflight does not read SQL"
NO_POOL = "without pool_size, nothing says how many connections the server must allow"

_MODES = {"disable": "", "allow": "offered", "prefer": "offered", "require": "required"}
"""Whether the pod uses TLS, by the modes that verify nobody."""


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table that applications read."""

    schema: str | None
    name: str
    columns: tuple[str, ...] = ()
    """The columns that must exist."""
    whole: bool = True
    """Whether all columns are read."""

    def settings(self) -> Mapping[str, str]:
        """Return what the pod needs to know."""
        reads = "all" if self.whole else "columns"
        return {"schema": self.schema or "", "table": self.name, "columns": ",".join(self.columns), "reads": reads}


def permissions(server: Postgresql, table: Table | None, *, files: bool) -> Inquiry:
    """Return the question about a table, or why there is none. Without a table, SQL says what is read."""
    if table is None:
        return Inquiry(unknown=OWN_QUERY)
    name = ".".join(filter(None, (table.schema, table.name)))
    return _inquiry(server, f"table {name}", table.settings(), files=files)


def capacity(server: Postgresql, pool_size: int | None, *, files: bool) -> Inquiry:
    """Return the question about the connections of one client, or why there is none."""
    if pool_size is None:
        return Inquiry(unknown=NO_POOL)
    return _inquiry(server, f"pool of {pool_size}", {"pool_size": str(pool_size)}, files=files)


def _inquiry(server: Postgresql, about: str, asked: Mapping[str, str], *, files: bool) -> Inquiry:
    """Return the question; `files` is whether the entry names files for TLS."""
    if server.hidden:
        return Inquiry(platform="postgresql", address=server.url)
    parameters = dict(parse_qsl(server.url.partition("?")[2]))
    mode = _MODES.get(server.mode or parameters.get("sslmode", "prefer"))
    if files or mode is None or any(name.startswith("ssl") and name != "sslmode" for name in parameters):
        return Inquiry(unknown=VERIFIED)
    user = server.user or parameters.get("user", "")
    keys = {"username": secret_key(user, server.secrets), "password": secret_key(server.password or "", server.secrets)}
    unknown = next((key for key in keys.values() if isinstance(key, str)), "" if user else NO_USER)
    if unknown:
        return Inquiry(unknown=unknown)
    given = {
        "username": user if keys["username"] is None else "",
        "database": server.database,
        "search_path": parameters.get("currentSchema", ""),
        "tls": mode,
        **asked,
    }
    return Inquiry(
        platform="postgresql",
        about=about,
        address=server.url,
        settings={name: value for name, value in given.items() if value},
        credentials={name: key for name, key in keys.items() if isinstance(key, SecretKey)},
    )
