"""Whatever is handed over: an answer, never an exception, and one that a user can do something with."""

import re

from hypothesis import given, settings
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest
from function.base.outcome import Outcome
from function.base.request import Request
from function.plan import cluster
from function.render import check, render
from tests.documents import platform, worker, xr
from tests.property.models import DETERMINISTIC
from tests.property.strategies import COMPOSITES, JSON, KEYS, OBJECTS, mutated, platforms
from tests.support import CONDITIONS

EXAMPLES = settings(DETERMINISTIC, max_examples=120)
MESSAGE_MAX = 32 * 1024
_PATH = re.compile(r"(spec|metadata|kind|apiVersion|PlatformConfig|observed)\b.*", re.DOTALL)
_REASON = re.compile("[A-Za-z]([A-Za-z0-9_,:]*[A-Za-z0-9_])?")
SEEN = st.dictionaries(st.sampled_from(KEYS), OBJECTS, max_size=4)
FETCHED = st.dictionaries(st.sampled_from(KEYS), st.lists(OBJECTS, max_size=2), max_size=2)


def assert_well_formed(answer: Outcome) -> None:
    """Hold an answer against what Crossplane takes and what a user needs."""
    assert tuple(condition.type for condition in answer.conditions) == CONDITIONS
    for condition in answer.conditions:
        assert condition.status in ("True", "False", "Unknown")
        assert _REASON.fullmatch(condition.reason)
        assert condition.message.strip(), condition
        assert len(condition.message.encode()) < MESSAGE_MAX
    assert answer.ttl_seconds >= 0
    if answer.conditions[-1].reason != "CheckingExisting":
        assert bool(answer.resources) != bool(answer.fatal)
    for problem in answer.problems:
        assert _PATH.fullmatch(problem.path), problem
        assert problem.message.strip(), problem
        assert re.fullmatch("EP[0-9]{3}", problem.code), problem


@EXAMPLES
@given(OBJECTS, SEEN, FETCHED, st.just({}) | OBJECTS)
def test_any_json_has_an_answer(
    document: Manifest, seen: dict[str, Manifest], fetched: dict[str, list[Manifest]], config: Manifest
) -> None:
    assert_well_formed(render(Request(xr=document, observed=seen, required=fetched, platform=config)))


@EXAMPLES
@given(SEEN, FETCHED, JSON)
def test_whatever_is_observed_has_an_answer(
    seen: dict[str, Manifest], fetched: dict[str, list[Manifest]], status: Json
) -> None:
    assert_well_formed(render(Request(xr={**xr(worker()), "status": status}, observed=seen, required=fetched)))


@EXAMPLES
@given(JSON)
def test_any_spec_has_an_answer(spec: Json) -> None:
    assert_well_formed(render(Request(xr={**xr({}), "spec": spec})))
    assert_well_formed(render(Request(xr=xr(worker()), platform={**platform(), "spec": spec})))


@EXAMPLES
@given(COMPOSITES.flatmap(mutated))
def test_one_mistake_in_a_document_has_an_answer(document: Manifest) -> None:
    answer = render(Request(xr=document))
    assert_well_formed(answer)
    assert {str(problem) for problem in check(document, {})} == {str(problem) for problem in answer.problems}


@EXAMPLES
@given(platforms().flatmap(mutated))
def test_one_mistake_in_the_settings_has_an_answer(config: Manifest) -> None:
    assert_well_formed(render(Request(xr=xr(worker()), platform=config)))


HEALTHY = cluster.observed({key: made.manifest for key, made in render(Request(xr=xr(worker()))).resources.items()})


@EXAMPLES
@given(mutated({**HEALTHY}))
def test_one_oddity_in_what_is_observed_has_an_answer(seen: Manifest) -> None:
    observed = {key: value for key, value in seen.items() if isinstance(value, dict)}
    assert_well_formed(render(Request(xr=xr(worker()), observed=observed)))
