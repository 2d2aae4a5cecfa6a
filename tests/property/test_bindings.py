"""Whatever a binding holds: it renders into what a cluster takes, or is refused with codes of its own."""

import json
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from function.apis.infra_binding.dapr.dapr import PARTS as DAPR
from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.apis.infra_binding.isolation.isolation import POLICY
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.model.binding import InfraBinding
from function.apis.infra_binding.monitors.monitors import PARTS
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.secret_refs import refs_in
from function.apis.infra_binding.sections import SECTIONS, lookups, services
from function.base.manifest import Json, Manifest, at, mapping_at, text_at
from function.base.problems import errors
from function.base.request import Request
from function.base.validation import parse
from function.delivery.live import asked, orphaned
from function.plan import cluster
from function.render import check, render
from tests.bindings import CHECKING as BASE
from tests.bindings import binding, composite, namespaced, secret
from tests.documents import shuffled
from tests.leaves import replaced
from tests.property.models import DETERMINISTIC, documents
from tests.property.strategies import JSON, ORDERS, mutated
from tests.property.test_any import assert_well_formed
from tests.schemas import violations

CLOUDS: Manifest = {
    "aws": {"region": "us-east-1"},
    "gcp": {"project": "payments"},
    "azure": {"vaultUrl": "https://payments.vault.azure.net"},
}
SERVICES: Manifest = {"policy": {"bindingServices": {"types": list(services.MODELS)}}}
PLATFORM: Manifest = {**BASE, "spec": {**mapping_at(BASE, "spec"), **CLOUDS, **SERVICES}}
ACCESS = ("auth", "project", "region", "vault", "vault_url")
"""The fields that say where a secret is read from and as whom."""
EXAMPLES = settings(DETERMINISTIC, max_examples=60)
DIRECT = replaced(PLATFORM, "spec.delivery", "direct")
OWN_CODES = {
    *("EP102", "EP201", "EP224", "EP225", "EP227", "EP401", "EP402", "EP403", "EP411", "EP413", "EP414", "EP416"),
    *("EP422", "EP430", "EP431", "EP432", "EP433", "EP434", "EP440", "EP441", "EP442", "EP443", "EP444", "EP450"),
    *("EP451", "EP452", "EP461", "EP464", "EP467", "EP468", "EP470", "EP471", "EP472", "EP473", "EP476"),
    *("EP481", "EP488"),
}
"""What only function and command line judge, and random texts can break."""


def referring(spec: dict[str, Any]) -> Manifest:
    """Return the spec with a reference to each of its secrets in each stream's properties, and no names in use.

    Half of the secrets are read from where the platform says: other places are refused, whatever else they hold.
    """
    secrets = {
        name: {field: value for field, value in held.items() if len(name) % 2 or field not in ACCESS}
        for name, held in spec.get("secrets", {}).items()
    }
    references = {f"p.{name}": f"secret://{name}{_key(held)}" for name, held in secrets.items()}
    streams = {name: {**stream, "properties": references} for name, stream in spec.get("streams", {}).items()}
    return {**spec, "streams": streams, "secrets": secrets, "uses": {}}


def _key(held: dict[str, Any]) -> str:
    """Return a key that the secret has, or nothing for all of it."""
    listed = [*held.get("keys", ()), *(variable["key"] for variable in held.get("variables", ()))]
    keys = [*listed, *held.get("template", ()), *([held["key"]] if held.get("key") else ())]
    return f"/{keys[0]}" if keys else ""


def with_secrets(stores: dict[str, Any]) -> Manifest:
    """Return a binding of the stores that has every secret to which they refer."""
    names = {ref.name for ref in refs_in(stores, "lookups")}
    return binding(lookups=stores, secrets={name: secret() for name in names})


def valid(spec: Manifest) -> bool:
    """Return whether the spec has no problem of its own: not every name in a reference can be that of an entry."""
    return not parse(InfraBinding, spec, "spec")[1]


KINDS = {kind for kind, _ in IMPLEMENTATION.api.makes}
OTHERS = tuple(part.of("") for part in (*PARTS, *DAPR, POLICY))
OF_ENTRIES = (
    "workspace-",
    *("secretstore-", "externalsecret-", "kafkauser-", "streamconsumer-", "postgresqlpool-"),
    *("postgresqlbackup-", "redis-", "redisservice-", "redisconfig-", "redisbackup-"),
)
REPLACEABLE = (*ALWAYS, *OF_ENTRIES, JOB.of(""), PREFLIGHT.of(""), *OTHERS)
"""The keys of objects that hold no data of their own; all others are kept when their binding goes."""
BINDINGS = documents(InfraBinding).map(referring)
LOOKUPS = (
    st.fixed_dictionaries({tag: documents(model) for tag, model in lookups.MODELS.items()})
    .map(with_secrets)
    .filter(valid)
)
"""Bindings with a store of each type."""


def made(document: Manifest, seen: dict[str, Manifest], platform: Manifest = PLATFORM) -> dict[str, Manifest]:
    return {
        key: one.manifest
        for key, one in render(Request(xr=document, observed=seen, platform=platform)).resources.items()
    }


@EXAMPLES
@given(BINDINGS)
def test_it_becomes_valid_objects_or_is_refused_for_what_it_says(spec: Manifest) -> None:
    for document, platform in ((composite(spec), PLATFORM), (namespaced(spec), DIRECT)):
        answer = render(Request(xr=document, platform=platform))
        assert_well_formed(answer)
        assert {problem.code for problem in answer.problems} <= OWN_CODES, answer.fatal
        assert {key: violations(one.manifest) for key, one in answer.resources.items()} == {
            key: [] for key in answer.resources
        }
        assert {text_at(asked(one.manifest), "kind") for one in answer.resources.values()} <= KINDS


@EXAMPLES
@given(BINDINGS | LOOKUPS)
def test_no_entry_is_lost(spec: Manifest) -> None:
    answer = render(Request(xr=composite(spec), platform=PLATFORM))
    if answer.fatal is not None:
        return
    data = mapping_at(asked(answer.resources["document"].manifest), "data")
    unmanaged = json.loads(text_at(data, "unmanaged.yaml") or "{}")
    entries = {f"{section}.{name}": name for section in SECTIONS for name in mapping_at(spec, section)}
    made = [path for path, name in entries.items() if any(key.endswith(f"-{name}") for key in answer.resources)]
    assert entries.keys() <= {*unmanaged, *made}
    assert {path for path in entries if path.startswith("lookups.")} <= unmanaged.keys()


@EXAMPLES
@given(LOOKUPS)
def test_stores_of_every_type_are_in_the_document_with_one_spelling(spec: Manifest) -> None:
    answer = render(Request(xr=composite(spec), platform=PLATFORM))
    assert_well_formed(answer)
    assert {problem.code for problem in answer.problems} <= OWN_CODES, answer.fatal
    if answer.fatal is not None:
        return
    data = mapping_at(asked(answer.resources["document"].manifest), "data")
    found = json.loads(text_at(data, "lookups.yaml"))
    assert list(found) == sorted(lookups.MODELS)
    assert [
        (tag, other)
        for tag, model in lookups.MODELS.items()
        for other in model.spellings
        if at(found[tag], *other.split(".")) is not None
    ] == []
    assert "secret://" not in str(data)


@EXAMPLES
@given(BINDINGS)
def test_its_own_work_observed_changes_nothing(spec: Manifest) -> None:
    document = composite(spec)
    first = made(document, cluster.observed(made(document, {})))
    owned = made(document, cluster.observed(first))  # jobs wait for a preflight, which waits for the rest
    again = render(Request(xr=document, observed=cluster.observed(owned), platform=PLATFORM))
    assert {key: one.manifest for key, one in again.resources.items()} == owned
    assert all(one.ready for one in again.resources.values())
    assert [key for key, manifest in owned.items() if orphaned(manifest) == key.startswith(REPLACEABLE)] == []


@EXAMPLES
@given(BINDINGS, ORDERS)
def test_order_of_keys_means_nothing(spec: Manifest, order: Random) -> None:
    answer = render(Request(xr=composite(spec), platform=PLATFORM))
    other = render(Request(xr=shuffled(composite(spec), order), platform=PLATFORM))
    assert json.dumps(made(composite(spec), {})) == json.dumps({k: one.manifest for k, one in other.resources.items()})
    assert other == answer


@EXAMPLES
@given(BINDINGS.map(composite).flatmap(mutated))
def test_one_mistake_has_an_answer(document: Manifest) -> None:
    answer = render(Request(xr=document, platform=PLATFORM))
    assert_well_formed(answer)
    found = check(document, PLATFORM)
    reported = errors(found) if answer.fatal else found  # a refusal has no warnings
    assert {str(problem) for problem in reported} == {str(problem) for problem in answer.problems}


@EXAMPLES
@given(JSON)
def test_any_spec_has_an_answer(spec: Json) -> None:
    assert_well_formed(render(Request(xr={**composite({}), "spec": spec})))
    assert_well_formed(render(Request(xr=namespaced(spec))))
