"""Whatever texts a binding has: no secret is repeated, no entry is lost, and what is applied is valid and stable."""

import json
from collections.abc import Mapping
from copy import deepcopy
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from function.apis.infra_binding.resolve import prepare
from function.apis.infra_binding.sections import SECTIONS
from function.base.manifest import Json, Manifest, mapping_at
from function.base.outcome import Outcome
from function.base.request import Request
from function.delivery.live import asked
from function.render import render
from tests.bindings import PAYMENTS, PLATFORM, composite, config, model
from tests.documents import shuffled
from tests.property.models import DETERMINISTIC
from tests.property.strategies import ORDERS
from tests.property.test_any import assert_well_formed
from tests.property.test_bindings import BINDINGS
from tests.schemas import violations

EXAMPLES = settings(DETERMINISTIC, max_examples=60)
SECRETS = (
    *("password=CANARY", "https://user:CANARY@host", "user:CANARY@host:9092", 'x password="CANARY";'),
    *("${A:-password=CANARY}", "-----BEGIN PRIVATE KEY-----\nCANARY", "redis://:CANARY@host"),
)
"""Texts that are refused anywhere, and must not be repeated."""
TEXTS = (
    *("", "\n---\n", "${", "${A}", "${A:-b}", "${CANARY_}", "{{ .a }}", "%s%n", "../..", "a\x00b", "\u202e", "\u2028"),
    *("<&>", "'\"", "🙂" * 9, "x" * 5000, "null", "0x1", "secret://", "secret://a/b?version=1", "$(A)", "a: b #"),
)


def places(value: Any) -> list[tuple[Any, ...]]:
    """Return where texts are."""
    if isinstance(value, str):
        return [()]
    steps = value if isinstance(value, dict) else range(len(value)) if isinstance(value, list) else ()
    return [(step, *below) for step in steps for below in places(value[step])]


def planted(spec: Manifest, texts: tuple[str, ...]) -> st.SearchStrategy[Manifest]:
    """Return the spec with one of the texts in place of another one."""
    return st.builds(_with, st.just(spec), st.sampled_from(places(spec)), st.sampled_from(texts))


def _with(spec: Manifest, place: tuple[Any, ...], text: str) -> Manifest:
    changed: Any = deepcopy(spec)
    below = changed
    for step in place[:-1]:
        below = below[step]
    below[place[-1]] = text
    return dict(changed)


def answer(spec: Json) -> Outcome:
    return render(Request(xr=composite(spec), platform=PLATFORM))


def documented(outcome: Outcome) -> dict[str, Mapping[str, Json]]:
    data = mapping_at(asked(outcome.resources["document"].manifest), "data")
    return {name: json.loads(str(data[name])) for name in ("binding.yaml", "unmanaged.yaml") if name in data}


@EXAMPLES
@given(BINDINGS.flatmap(lambda spec: planted(spec, TEXTS)))
def test_any_text_is_refused_or_becomes_valid_objects(spec: Manifest) -> None:
    outcome = answer(spec)
    assert_well_formed(outcome)
    assert {key: violations(made.manifest) for key, made in outcome.resources.items()} == {
        key: [] for key in outcome.resources
    }


@EXAMPLES
@given(BINDINGS.flatmap(lambda spec: planted(spec, SECRETS)))
def test_a_secret_is_refused_and_never_repeated(spec: Manifest) -> None:
    outcome = answer(spec)
    assert outcome.fatal is not None
    assert "CANARY" not in repr((outcome.fatal, outcome.conditions, outcome.events, outcome.status, outcome.resources))


@EXAMPLES
@given(BINDINGS.flatmap(lambda spec: planted(spec, (*TEXTS, *SECRETS))), ORDERS)
def test_the_answer_does_not_depend_on_the_order(spec: Manifest, order: Random) -> None:
    other = render(Request(xr=shuffled(composite(spec), order), platform=PLATFORM))
    assert other == answer(spec)


@EXAMPLES
@given(BINDINGS)
def test_no_entry_is_lost(spec: Manifest) -> None:
    """Each entry is in the document, and either has an object or a line that says why it has none."""
    outcome = answer(spec)
    if outcome.fatal is not None:
        return
    binding = model(**{field: value for field, value in spec.items() if field not in ("version", "environment")})
    resolution, files = prepare(binding, PAYMENTS, config()), documented(outcome)
    entries = [(section, name) for section in SECTIONS for name in getattr(binding, section)]
    assert [entry for entry in entries if entry[1] not in mapping_at(files["binding.yaml"], entry[0])] == []
    unmanaged = files.get("unmanaged.yaml", {})
    wanted = {entry.path: entry.member.wants(entry.name, resolution.secrets) for entry in resolution.entries}
    assert [
        path
        for path in (f"{section}.{name}" for section, name in entries)
        if path not in unmanaged and not outcome.resources.keys() & set(wanted.get(path, ()))
    ] == []
