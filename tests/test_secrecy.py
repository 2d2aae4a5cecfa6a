"""Whatever is put wherever in a binding: a credential is in no answer, no finding and no document."""

import json
from pathlib import Path
from typing import Any

import pytest

from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Json, Manifest
from function.base.request import Request
from function.cli import main
from function.fn import answer
from function.render import render
from tests.bindings import PLATFORM, binding, composite, namespaced, secret, topic, vault
from tests.conformance import calls
from tests.leaves import leaves, replaced

WHOLE: Manifest = binding(
    description="Streams",
    streams={"a": topic(compaction="compact", properties={"p.user": "secret://db/user", "p": "plain"})},
    secrets={
        "db": vault(keys=["user"], vault={"address": "https://v", "namespace": "n"}, auth={"role": "r"}),
        "far": secret(namespace="other", key="k"),
    },
)
PLACES = (
    *("version", "environment", "description", "extends", "streams", "secrets", "streams{a}", "secrets{db}"),
    *(f"streams{{a}}.{field}" for field in ("type", "topic", "brokers", "partitions", "retention_ms", "compaction")),
    *("streams{a}.properties", "streams{a}.properties{p}", "streams{a}.properties{sasl}", "streams{a}.properties{q=r}"),
    *(f"secrets{{db}}.{field}" for field in ("provider", "path", "keys", "keys[0]", "vault", "auth", "value", "token")),
    *("secrets{db}.vault.address", "secrets{db}.vault.namespace", "secrets{db}.vault.token", "secrets{db}.auth.role"),
    *("secrets{db}.auth.mount_path", "secrets{db}.auth.service_account", "secrets{db}.auth.token"),
    *(f"secrets{{far}}.{field}" for field in ("secret_name", "namespace", "key", "data")),
)
TEXTS: tuple[Json, ...] = (
    *("password=CANARY", "https://user:CANARY@host", "user:CANARY@host:9092", 'x password="CANARY";'),
    *("${A:-password}=CANARY", "redis://:CANARY@host", ["password=CANARY"], {"password": "password=CANARY"}),
    "-----BEGIN PRIVATE KEY-----\nCANARY",
)
BY_KEY = ("sasl.password", "ssl.keystore.key", "client.secret", "auth_token", "basic.auth.user.info")


def spoken(spec: Manifest, folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return everything that is said about a spec, by the core, on the wire and by the command line."""
    said = [repr(render(Request(xr=composite(spec), platform=PLATFORM)))]
    request = calls.request(composite(spec), input=calls.struct(PLATFORM))
    said.append(repr(answer(request.SerializeToString())))
    file = folder / "claim.json"
    file.write_text(json.dumps(namespaced(spec)))
    for command in (["validate"], ["validate", "-o", "json"], ["render"], ["render", "--as", "all"]):
        main([*command, str(file)])
    printed = capsys.readouterr()
    return "".join([*said, printed.out, printed.err])


@pytest.mark.parametrize("place", PLACES)
def test_no_credential_is_repeated(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for text in TEXTS:
        assert "CANARY" not in spoken(replaced(WHOLE, place, text), tmp_path, capsys), text


@pytest.mark.parametrize("key", BY_KEY)
def test_nor_one_that_only_its_key_tells(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    properties: dict[str, Any] = {"streams": {"a": topic(properties={key: "CANARY"})}}
    assert "CANARY" not in spoken(binding(**properties), tmp_path, capsys)


def test_the_places_hold_every_field() -> None:
    fields = {field.rpartition(".")[2].rstrip("[]{}") for field in leaves(InfraBinding) if "streams" not in field}
    named = {place.rpartition(".")[2].rstrip("[0]{}") for place in PLACES}
    assert fields <= named


def test_what_is_no_credential_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "CANARY" in spoken(replaced(WHOLE, "description", "CANARY"), tmp_path, capsys)
