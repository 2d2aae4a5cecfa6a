"""Whatever is put wherever in a binding: a credential is in no answer, no finding and no document."""

import json
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import pytest

from function.base.credentials.entropy import looks_random
from function.base.manifest import Json, Manifest
from function.base.problems import errors
from function.cli import main
from function.fn import answer
from function.render import check
from tests.bindings import PLATFORM, binding, namespaced, secret, topic, vault
from tests.conformance import calls
from tests.documents import namespaced as service
from tests.documents import worker
from tests.leaves import replaced
from tests.plug_ins.families import CASES, PlugIn

WHOLE = binding(
    description="Streams",
    streams={"a": topic(properties={"p.user": "secret://db/user", "p": "plain"})},
    secrets={"db": vault(keys=["user"]), "far": secret(namespace="other", key="k")},
)
PLACES = (
    *("version", "environment", "description", "extends", "streams", "secrets", "streams{a}", "secrets{db}"),
    *("streams{a}.properties{sasl}", "streams{a}.properties{q=r}"),
)
TEXTS: tuple[Json, ...] = (
    *("password=CANARY", "https://user:CANARY@host", "user:CANARY@host:9092", 'x password="CANARY";'),
    *("${A:-password}=CANARY", "redis://:CANARY@host", ["password=CANARY"], {"password": "password=CANARY"}),
    "-----BEGIN PRIVATE KEY-----\nCANARY",
)
BY_KEY = (
    *(
        "sasl.password",
        "ssl.keystore.key",
        "client.secret",
        "auth_token",
        "basic.auth.user.info",
        "aws.secret.access.key",
    ),
    *(
        "aws.credentials.provider.basic.secretkey",
        "fs.s3a.secret.key",
        "secretKey",
        "db.pwd",
        "db.pass",
        "key.passphrase",
    ),
)
BY_ENTROPY = "hT7kP2xQ9vLmN4sCANARY8dWz3"
CARRIED = ("lookups", "checkpoints", "state_backends", "resources", "deployment", "infrastructure")
SERVICES: tuple[dict[str, Any], ...] = (
    {"env": [{"name": "DB_PASSWORD", "value": "CANARY"}]},
    {"initContainer": {"args": ["up"], "env": [{"name": "AWS_SECRET_ACCESS_KEY", "value": "CANARY"}]}},
    {"args": ["--password", "CANARY"]},
    {"command": ["sh", "-c", "migrate postgres://app:CANARY@db/orders"]},
    {"podAnnotations": {"example.org/db-password": "CANARY"}},
    {"podAnnotations": {"example.org/note": "token=CANARY"}},
    {"serviceAccount": {"annotations": {"example.org/token": "CANARY"}}},
)
FILE = """
version: "1.0"
environment: production
streams:
  a:
    type: kafka
    topic: orders
    brokers: kafka:9092
    properties: {%s: "${VALUE}"}
"""


def places(value: Json) -> Iterator[str]:
    """Yield the place of each value below an object, and of a field that the object does not have."""
    if isinstance(value, dict):
        yield "token"
    for key, item in value.items() if isinstance(value, dict) else enumerate(value) if isinstance(value, list) else ():
        yield str(key)
        yield from (f"{key}.{place}" for place in places(item))


OF_PLUG_INS = [
    pytest.param(plug_in, cases.whole, place, TEXTS[number % 3 :: 3], id=f"{plug_in}.{place}")
    for plug_in, cases in CASES
    for number, place in enumerate(dict.fromkeys((*places(cases.whole), *cases.changes)))
]
"""Each place gets a third of the texts, the next place another third."""


def spoken(documents: Sequence[Manifest], folder: Path, capsys: pytest.CaptureFixture[str]) -> str:
    """Return everything that is said about documents, on the wire and by the command line."""
    said = []
    for number, document in enumerate(documents):
        said.append(repr(answer(calls.request(document, input=calls.struct(PLATFORM)).SerializeToString())))
        (folder / f"{number}.json").write_text(json.dumps(document))
    files = [str(folder / f"{number}.json") for number in range(len(documents))]
    main(["validate", *files])
    main(["validate", "-o", "json", *files])
    for file in files:
        main(["render", "--as", "all", file])
    printed = capsys.readouterr()
    return "".join([*said, printed.out, printed.err])


@pytest.mark.parametrize("place", PLACES)
def test_no_credential_is_repeated(place: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    documents = [namespaced(replaced(WHOLE, place, text)) for text in TEXTS]
    assert "CANARY" not in spoken(documents, tmp_path, capsys)


@pytest.mark.parametrize(("plug_in", "whole", "place", "texts"), OF_PLUG_INS)
def test_nor_by_a_plug_in(
    plug_in: PlugIn,
    whole: Manifest,
    place: str,
    texts: Sequence[Json],
    tmp_path: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    """The core judges each text. Of what it refuses, the others judge one of each type: they repeat its findings.

    A service may hold what its fields accept, so only its refusals are judged; a binding holds no credential.
    """
    documents = [plug_in.composite(replaced(whole, place, text)) for text in texts]
    found = [
        (type(text), document, errors(check(document, PLATFORM)))
        for text, document in zip(texts, documents, strict=True)
    ]
    refused = {kind: document for kind, document, problems in found if problems}
    accepted = [document for _, document, problems in found if not problems and plug_in.kind == "InfraBinding"]
    assert "CANARY" not in repr([problems for _, _, problems in found])
    assert "CANARY" not in spoken([*refused.values(), *accepted], tmp_path, capsys)


@pytest.mark.parametrize("key", BY_KEY)
def test_nor_one_that_only_its_key_tells(key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    properties: dict[str, Any] = {"streams": {"a": topic(properties={key: "CANARY"})}}
    assert "CANARY" not in spoken([namespaced(binding(**properties))], tmp_path, capsys)


@pytest.mark.parametrize("section", CARRIED)
@pytest.mark.parametrize("key", ["password", "aws.secret.access.key"])
def test_nor_one_in_a_section_that_the_document_carries(
    section: str, key: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    documents = [namespaced(binding(**{section: {"a": {"b": [{key: "CANARY"}]}}}))]
    assert "CANARY" not in spoken(documents, tmp_path, capsys)


def test_nor_one_that_only_looks_random(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert looks_random(BY_ENTROPY)
    properties: dict[str, Any] = {"streams": {"a": topic(properties={"x.y": BY_ENTROPY})}}
    carried: dict[str, Any] = {"lookups": {"a": {"x": BY_ENTROPY}}}
    documents = [namespaced(binding(**properties)), namespaced(binding(**carried))]
    assert "CANARY" not in spoken(documents, tmp_path, capsys)


@pytest.mark.parametrize("fields", SERVICES, ids=str)
def test_nor_one_in_a_service(fields: dict[str, Any], tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "CANARY" not in spoken([service(worker(**fields))], tmp_path, capsys)


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("sasl.password", "CANARY"),
        ("fs.s3a.secret.key", "CANARY"),
        ("jaas", 'x password="CANARY";'),
        ("url", "https://user:CANARY@host"),
        ("x.y", BY_ENTROPY),
    ],
)
def test_nor_one_that_a_variable_brings(
    key: str, value: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """Credentials are looked for after variables are resolved."""
    file, variables = tmp_path / "a.infra", tmp_path / "variables"
    file.write_text(FILE % key)
    variables.write_text(f"VALUE='{value}'\n")
    for words in (["check"], ["check", "-o", "json"], ["resolve"], ["resolve", "--explain"], ["diff", str(file)]):
        assert main(["bindings", *words, str(file), "--env-file", str(variables)]) == 1
    assert main(["bindings", "wrap", str(file), "--name=a", "--namespace=b", f"--env-file={variables}"]) == 1
    printed = capsys.readouterr()
    assert "CANARY" not in printed.out + printed.err


def test_what_is_no_credential_is_told(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert "CANARY" in spoken([namespaced(replaced(WHOLE, "description", "CANARY"))], tmp_path, capsys)
