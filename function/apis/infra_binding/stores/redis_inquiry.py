"""What a preflight asks a Redis server: whether the login may read keys as the applications do."""

import re

from function.apis.infra_binding.inquiry import Inquiry, secret_key
from function.apis.infra_binding.stores.redis_endpoint import Redis
from function.base.preflight_target import SecretKey
from function.platform.preflight import CHECK

ENCRYPTED = "the authority of the server is in a file of the applications, so a preflight cannot verify it"
SENTINEL = "the address is that of Sentinels, which log in by their own rules"
NO_KEYS = "without a key_pattern, a preflight does not know which keys are read"
NO_AMOUNT = "no field says how much the store must have"

_PLACEHOLDER = re.compile(r"[{]{1,2}[^{}]*[}]{1,2}")


def inquiry(check: CHECK, redis: Redis | None, pattern: str | None, kind: str | None, *, whole: bool) -> Inquiry:
    """Return what is asked about keys like the pattern, or why nothing is; `whole` reads all fields of a hash.

    Without a server, the address is that of Sentinels.
    """
    if check == "capacity":
        return Inquiry(unknown=NO_AMOUNT)
    if redis is None:
        return Inquiry(unknown=SENTINEL)
    if redis.tls or pattern is None:
        return Inquiry(unknown=ENCRYPTED if redis.tls else NO_KEYS)
    user, password = (secret_key(value or "", redis.secrets) for value in (redis.user, redis.password))
    for found in (user, password):
        if isinstance(found, str):
            return Inquiry(unknown=found)
    given = {"username": redis.user or "default"} if user is None and redis.password is not None else {}
    holds = "fields" if kind == "hash" and whole else kind or "string"
    return Inquiry(
        platform="redis",
        about=f"keys {pattern}",
        address=redis.address,
        settings={**given, "key": _PLACEHOLDER.sub("preflight", pattern), "holds": holds, "database": _database(redis)},
        credentials={
            name: found
            for name, found in (("username", user), ("password", password))
            if isinstance(found, SecretKey) and redis.password is not None
        },
    )


def _database(redis: Redis) -> str:
    """Return the number of the field, or else that of the address."""
    named = redis.address.partition("://")[2].partition("/")[2]
    return str(redis.database) if redis.database is not None else named or "0"
