"""Parts of lookups that all stores share, with another value for each of their fields."""

from function.base.manifest import Manifest

LEVEL: Manifest = {"enabled": True, "ttl": "1m", "max_size": 10000}
SHARED: Manifest = {
    "cache": {
        "enabled": True,
        "ttl": "5m",
        "max_size": 100000,
        "eviction": "lru",
        "refresh_strategy": "lazy",
        "refresh": {"strategy": "write_through", "async": True},
        "warm_on_start": True,
        "warm_query": '{"is_active": true}',
        "warm_limit": 50000,
        "metrics": {"enabled": True, "report_interval": "60s"},
        "l1": LEVEL,
        "l2": LEVEL,
    },
    "async": {"enabled": True, "capacity": 1000, "timeout": "30s", "ordered": False},
}
"""The fields of every lookup."""
_LEVEL_CHANGES: Manifest = {"enabled": False, "ttl": "2h", "max_size": 7}
CHANGES: Manifest = {
    **{f"cache{level}.{field}": value for level in ("", ".l1", ".l2") for field, value in _LEVEL_CHANGES.items()},
    "cache.eviction": "fifo",
    "cache.refresh_strategy": "eager",
    "cache.refresh.strategy": "refresh_ahead",
    "cache.refresh.async": False,
    "cache.warm_on_start": False,
    "cache.warm_query": "{}",
    "cache.warm_limit": 0,
    "cache.metrics.enabled": False,
    "cache.metrics.report_interval": "5m",
    "async.enabled": False,
    "async.capacity": 1,
    "async.timeout": "1s",
    "async.ordered": True,
}
TLS: Manifest = {
    "enabled": True,
    "ca_file": "/etc/ssl/ca.pem",
    "cert_file": "/etc/ssl/client.pem",
    "key_file": "/etc/ssl/client-key.pem",
    "allow_invalid_certificates": False,
}
TLS_CHANGES: Manifest = {
    "tls.enabled": False,
    "tls.ca_file": "/other/ca.pem",
    "tls.cert_file": "/other/client.pem",
    "tls.key_file": "/other/client-key.pem",
    "tls.allow_invalid_certificates": True,
}
LOGIN: Manifest = {"username": "reader", "password": "secret://db/password"}
LOGIN_CHANGES: Manifest = {"auth.username": "secret://db/username", "auth.password": "secret://db/other"}
