"""The check of referenced Secrets by name and key."""

from collections.abc import Sequence

from function.base.manifest import Json, Manifest
from tests.documents import platform
from tests.status.scene import ROLLED_OUT, ROLLING, State, claim, deployment, observed

_SPEC = claim(
    secretRefs=[
        {
            "name": "db",
            "env": [{"secretKey": "password", "envName": "DB_PASSWORD"}, {"secretKey": "user", "envName": "DB_USER"}],
        },
        {"name": "extras", "envFrom": True, "optional": True},
    ],
    imagePullSecrets=[{"name": "registry"}],
    volumes=[
        {
            "name": "tls",
            "mountPath": "/tls",
            "secret": {"name": "certificate", "items": [{"key": "tls.crt", "path": "tls.crt"}]},
        }
    ],
)
_SETTINGS = platform(diagnosis={"secrets": True})


def _secret(*keys: str) -> Manifest:
    data: Manifest = dict.fromkeys(keys, "aHVudGVyMg==")
    return {"apiVersion": "v1", "kind": "Secret", "data": data}


_ALL: dict[str, Sequence[Manifest]] = {
    "secret/db": [_secret("password", "user")],
    "secret/registry": [_secret(".dockerconfigjson")],
    "secret/certificate": [_secret("tls.crt", "tls.key")],
}


def _checked(live: Json, **answers: Sequence[Manifest]) -> State:
    changed = {f"secret/{name}": answer for name, answer in answers.items()}
    return State(xr=_SPEC, observed=observed(live), required=_ALL | changed, platform=_SETTINGS)


STATES = {
    "secrets-found": _checked(deployment(ROLLING)),
    "secrets-missing-before-any-pod": State(xr=_SPEC, required=_ALL | {"secret/db": ()}, platform=_SETTINGS),
    "secrets-key-missing": _checked(deployment(ROLLING), db=[_secret("password")]),
    "secrets-pull-secret-missing": _checked(deployment(ROLLING), registry=()),
    "secrets-mounted-key-missing": _checked(deployment(ROLLING), certificate=[_secret()]),
    "secrets-gone-while-serving": _checked(deployment(ROLLED_OUT, ready=1), db=()),
    "secrets-not-answered-yet": State(xr=_SPEC, observed=observed(deployment(ROLLING)), platform=_SETTINGS),
}
