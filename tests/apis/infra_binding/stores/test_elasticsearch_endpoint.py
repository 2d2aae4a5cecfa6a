import pytest

from function.base.manifest import Manifest
from tests.connections import READ, endpoint, topics

STORE: Manifest = {"type": "elasticsearch", "hosts": ["https://es.data.svc:9200"], "index": "orders"}


def test_without_encryption_and_login() -> None:
    told = endpoint("lookups", {**STORE, "hosts": ["http://es.example.org/"]})
    assert told.address == "es.example.org:80"
    assert told.health[0] == "curl -sS 'http://es.example.org:80/_cluster/health?pretty'"
    assert topics(told) == ["Security", "Security"]


@pytest.mark.parametrize(
    ("auth", "variable", "option"),
    [
        (
            {"type": "api_key", "api_key": "secret://db/password"},
            "ES_API_KEY",
            '-H "Authorization: ApiKey $ES_API_KEY"',
        ),
        ({"type": "bearer", "token": "secret://db/password"}, "ES_TOKEN", '-H "Authorization: Bearer $ES_TOKEN"'),
        ({"username": "hunter2", "password": "secret://db/password"}, "ES_PASSWORD", '-u "$ES_USERNAME:$ES_PASSWORD"'),
    ],
)
def test_with_both(auth: Manifest, variable: str, option: str) -> None:
    told = endpoint("lookups", {**STORE, "auth": auth})
    assert f'export {variable}="$({READ})"' in told.development
    assert told.health[0] == f"curl -sS -k {option} 'https://localhost:9200/_cluster/health?pretty'"
    assert topics(told) == []
    assert "hunter2" not in str(told)
