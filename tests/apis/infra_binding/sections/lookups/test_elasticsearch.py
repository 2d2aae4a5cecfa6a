import pytest

from function.apis.infra_binding.sections.lookups.elasticsearch import Auth, Model
from function.base.manifest import Manifest, at
from function.base.validation import broken_rules
from tests.apis.infra_binding.test_document import files
from tests.bindings import binding, composite, secret
from tests.cel import judge
from tests.lookups import CHANGES, LOGIN, LOGIN_CHANGES, SHARED
from tests.plug_ins.cases import Cases
from tests.support import outcome

MERCHANTS: Manifest = {
    "type": "elasticsearch",
    "hosts": ["https://es-1.shop.svc:9200", "https://es-2.shop.svc:9200"],
    "index": "merchants",
}
WHOLE: Manifest = {
    **MERCHANTS,
    "query": {"type": "term", "field": "merchant_id", "template": '{"query": {"term": {"id": "{{merchant_id}}"}}}'},
    "connection": {"connect_timeout": "5s", "socket_timeout": "30s", "max_retry_timeout": "60s"},
    "auth": {"type": "api_key", "api_key": "secret://db/api_key", "token": "secret://db/token", **LOGIN},
    "ssl": {"enabled": True, "ca_path": "/etc/ssl/es-ca.pem", "verify_hostname": True},
    **SHARED,
}
OTHERS: Manifest = {
    "hosts[0]": "http://es-3.shop.svc:9200/search",
    "index": ".merchants-2",
    "username": "reader",
    "password": "secret://db/password",
    "query.type": "bool",
    "query.field": "merchant.id",
    "query.template": "{}",
    "connection.connect_timeout": "1s",
    "connection.socket_timeout": "1s",
    "connection.max_retry_timeout": "1s",
    "auth.type": "basic",
    "auth.api_key": "secret://db/other",
    "auth.token": "secret://db/other",
    "ssl.enabled": False,
    "ssl.ca_path": "/other/ca.pem",
    "ssl.verify_hostname": False,
    **LOGIN_CHANGES,
    **CHANGES,
}
CASES = Cases(
    whole=WHOLE,
    changes=OTHERS,
    for_applications=OTHERS,
    refused=[
        *(("hosts", None), ("hosts", []), ("hosts", "https://es:9200"), ("hosts[0]", "es-1:9200")),
        *(("hosts[0]", "https://elastic:hunter2@es:9200"), ("hosts[1]", "https://es:9200/?q=a"), ("index", None)),
        *(("index", "Merchants"), ("index", "-a"), ("index", "a b"), ("index", "a*"), ("username", "other")),
        *(("password", "CANARY"), ("password", "secret://db/other"), ("query.type", "range"), ("query.field", "")),
        *(("connection.pool_size", 3), ("connection.max_retry_timeout", "1"), ("auth.type", "none")),
        *(
            ("auth", {"type": "api_key"}),
            ("auth.api_key", "CANARY"),
            ("auth.token", "CANARY"),
            ("auth", {"password": "secret://db/password"}),
        ),
        *(("auth.mechanism", "PLAIN"), ("ssl.mode", "require"), ("ssl.ca_path", "ca.pem"), ("tls", {})),
        *(("uri", "http://es:9200"), ("cache.eviction", "random"), ("async.ordered", "no")),
    ],
)


@pytest.mark.parametrize(
    "other",
    [
        LOGIN,
        {"auth": LOGIN},
        {"username": "reader", "auth": {"password": "secret://db/password", "username": "reader"}},
    ],
)
def test_two_spellings_of_the_credentials_are_one_in_the_document(other: Manifest) -> None:
    found = files(lookups={"merchants": {**MERCHANTS, **other}}, secrets={"db": secret("elastic")})
    merchants = found["lookups.yaml"]["merchants"]
    assert at(merchants, "auth", "username") == "reader"
    assert at(merchants, "auth", "password") == {"secretKeyRef": {"name": "elastic", "key": "password"}}
    assert {"username", "password"} & set(merchants) == set()


def test_trap_no_object_is_made_for_a_store_and_that_is_said() -> None:
    assert list(outcome(composite(binding(lookups={"merchants": MERCHANTS}))).resources) == ["document"]
    found = files(lookups={"merchants": MERCHANTS})
    assert "must exist" in found["unmanaged.yaml"]["lookups.merchants"]
    assert found["lookups.yaml"]["merchants"]["physical"] == "merchants"


@pytest.mark.parametrize(
    ("fields", "path"),
    [
        ({"password": "hunter2"}, "password"),
        ({"auth": {"username": "elastic", "password": "hunter2"}}, "auth.password"),
        ({"auth": {"api_key": "hunter2"}}, "auth.api_key"),
        ({"auth": {"token": "hunter2"}}, "auth.token"),
        ({"hosts": ["https://elastic:hunter2@es:9200"]}, "hosts[0]"),
    ],
)
def test_trap_an_inline_credential_is_refused_and_never_in_a_config_map(fields: Manifest, path: str) -> None:
    answer = outcome(composite(binding(lookups={"merchants": {**MERCHANTS, **fields}})))
    assert {problem.path for problem in answer.problems} == {f"spec.lookups.merchants.{path}"}
    assert "hunter2" not in str(answer)
    assert answer.resources == {}


@pytest.mark.parametrize("host", ["https://localhost:9200", "http://169.254.169.254"])
def test_a_host_is_no_address_that_no_claim_may_name(host: str) -> None:
    answer = outcome(composite(binding(lookups={"merchants": {**MERCHANTS, "hosts": [host]}})))
    assert [(problem.path, problem.code) for problem in answer.problems] == [
        ("spec.lookups.merchants.hosts[0]", "EP225")
    ]


@pytest.mark.parametrize(
    ("auth", "paths"),
    [
        ({}, []),
        ({"type": "basic", **LOGIN}, []),
        ({"type": "bearer", "token": "secret://db/token"}, []),
        ({"type": "basic"}, ["a.username", "a.password"]),
        ({"type": "basic", "username": "reader"}, ["a.password"]),
        ({"type": "api_key", **LOGIN}, ["a.api_key"]),
        ({"type": "bearer", "api_key": "secret://db/api_key"}, ["a.token"]),
        ({"password": "secret://db/password"}, ["a.username"]),
    ],
)
def test_each_method_has_what_it_needs(auth: Manifest, paths: list[str]) -> None:
    assert [problem.path for problem in broken_rules(Auth.model_validate(auth), "a")] == paths
    assert [judge(rule.cel, "self", auth) for rule in Auth.rules].count(False) == len(paths)


def test_an_index_may_have_several_entries() -> None:
    assert list(Model.model_validate(MERCHANTS).identities()) == []
