"""Whatever is in the ConfigMap of a binding: an answer, no crash, no secret, and only what the claim asks for."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest, items_at, text_at
from function.base.request import Request
from function.render import render
from tests.bound import LOOKUPS, REQUIREMENT, STREAMS, document, rendered, service, variable
from tests.documents import xr
from tests.edited_documents import ACCEPTED, REJECTED
from tests.property.models import DETERMINISTIC
from tests.property.strategies import JSON, OBJECTS, mutated
from tests.property.test_any import assert_well_formed
from tests.schemas import violations
from tests.support import look

EXAMPLES = settings(DETERMINISTIC, max_examples=80)
CLAIM = service(
    variable("BROKERS"),
    variable("PASSWORD", stream="orders", field="properties.sasl.password"),
    variable("URI", lookup="customers", field="uri"),
    variable("HOSTS", lookup="customers", field="hosts"),
    trigger={"stream": "orders"},
)
NAMES = ["BROKERS", "PASSWORD", "URI", "HOSTS"]
WHOLE: Manifest = {"streams": STREAMS, "lookups": LOOKUPS}
CREDENTIALS = (
    "password=CANARY",
    "redis://:CANARY@host",
    "mongodb://app:CANARY@db:27017",
    "-----BEGIN PRIVATE KEY-----CANARY",
)
TEXTS = st.sampled_from(("", "$(A)", "$$", "\n---\n", "a\0b", "\ud800", "\u202e", "x" * 20_000, "null", *CREDENTIALS))


def planted(text: str) -> Manifest:
    """Return the document with a text in each place that the claim reads."""
    streams: Any = json.loads(json.dumps(STREAMS))
    streams["orders"] |= {"brokers": text, "properties": {"sasl.password": text}}
    return document(streams, {"customers": {"uri": text, "hosts": [text]}})


@EXAMPLES
@given(OBJECTS)
def test_any_object_has_an_answer(found: Manifest) -> None:
    assert_well_formed(rendered(CLAIM, found))
    assert_well_formed(rendered(CLAIM, {**document(), **found}))


@EXAMPLES
@given(JSON | st.text(), JSON | st.text())
def test_any_section_has_an_answer(streams: Json, lookups: Json) -> None:
    assert_well_formed(rendered(CLAIM, document(streams, lookups)))
    assert_well_formed(rendered(CLAIM, {**document(), "data": {"streams.yaml": streams, "lookups.yaml": lookups}}))


@EXAMPLES
@given(mutated(WHOLE))
def test_an_edited_document_gives_valid_objects_or_none(edited: Manifest) -> None:
    answer = rendered(CLAIM, document(edited.get("streams"), edited.get("lookups")))
    assert_well_formed(answer)
    assert {key: found for key, made in answer.resources.items() if (found := violations(made.manifest))} == {}
    if answer.fatal is None:
        env = look(answer.resources["deployment"].manifest, "spec.forProvider.manifest.spec.template.spec.containers.0")
        assert [text_at(entry, "name") for entry in items_at(env, "env")] == NAMES


@EXAMPLES
@given(TEXTS)
def test_no_text_leads_to_a_crash_or_is_repeated(text: str) -> None:
    answer = rendered(CLAIM, planted(text))
    assert_well_formed(answer)
    if text in CREDENTIALS:
        assert answer.fatal is not None
        assert "CANARY" not in str(answer)


@EXAMPLES
@given(mutated(WHOLE))
def test_a_running_service_is_changed_as_a_whole_or_not_at_all(edited: Manifest) -> None:
    running = {key: made.manifest for key, made in rendered(CLAIM, document()).resources.items()}
    answer = render(
        Request(
            xr=xr(CLAIM),
            observed=running,
            required={REQUIREMENT: [document(edited.get("streams"), edited.get("lookups"))]},
        )
    )
    if answer.fatal is None:
        assert answer.resources.keys() >= running.keys() - {"triggerauthentication"}
    else:
        assert not answer.resources


@pytest.mark.parametrize("found", REJECTED.values(), ids=REJECTED)
def test_what_no_binding_writes_is_rejected_with_a_short_message(found: Manifest) -> None:
    answer = rendered(CLAIM, found)
    assert_well_formed(answer)
    assert answer.fatal is not None
    assert len(answer.fatal) <= 10_000
    assert max(len(problem.message) for problem in answer.problems) < 8_000
    assert "CANARY" not in str(answer)
    assert not answer.resources


@pytest.mark.parametrize("found", ACCEPTED.values(), ids=ACCEPTED)
def test_what_is_odd_but_harmless_gives_valid_objects(found: Manifest) -> None:
    answer = rendered(CLAIM, found)
    assert answer.fatal is None
    assert_well_formed(answer)
    assert {key: broken for key, made in answer.resources.items() if (broken := violations(made.manifest))} == {}


@EXAMPLES
@given(JSON | st.text(), JSON)
def test_any_section_of_dapr_has_an_answer(section: Json, annotations: Json) -> None:
    claim = service(sidecar=True)
    for dapr in (section, json.dumps(section), json.dumps({"sidecar": {"client": {"annotations": annotations}}})):
        assert_well_formed(rendered(claim, {**document(), "data": {"dapr.yaml": dapr}}))
