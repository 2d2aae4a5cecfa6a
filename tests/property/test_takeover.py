"""Whatever the claims of an earlier composition say: they render, and what runs decides about selectors."""

from hypothesis import given, settings
from hypothesis import strategies as st

from function.apis.event_driven_service.migration import migrate
from function.apis.event_driven_service.model.taken_over import PROBES, SLOTS, TakenOverService
from function.base.manifest import Json, Manifest, at, mapping_at
from function.base.problems import errors
from function.base.request import Request
from function.render import check, render
from tests.apis.event_driven_service.test_adopt import deployment, wrapped
from tests.documents import ALLOWED, platform, xr
from tests.property.models import DETERMINISTIC, documents
from tests.schemas import violations

EXAMPLES = settings(DETERMINISTIC, max_examples=40)
TAKEOVER = platform(takeoverMode=True, policy=ALLOWED)
SPECS = documents(TakenOverService, always=["nats"], never=["bindingRef", "connections"])
KEYS = st.sampled_from(["app", "app.kubernetes.io/name", "tier"])
SELECTORS = st.dictionaries(KEYS, st.sampled_from(["orders", "other"]), min_size=1)
DEPRECATED = {TakenOverService.model_fields[name].alias for name in (*SLOTS, *PROBES)}


@EXAMPLES
@given(SPECS, SELECTORS)
def test_what_runs_keeps_its_selector_and_the_objects_are_valid(spec: Manifest, selector: dict[str, Json]) -> None:
    assert errors(check(xr(spec), TAKEOVER)) == ()
    seen = {"deployment": wrapped(deployment(matchLabels=selector))}
    answer = render(Request(xr=xr(spec), observed=seen, platform=TAKEOVER))
    assert answer.fatal is None
    assert {key: violations(made.manifest) for key, made in answer.resources.items()} == {
        key: [] for key in answer.resources
    }
    made = at(answer.resources["deployment"].manifest, "spec", "forProvider", "manifest")
    assert at(made, "spec", "selector", "matchLabels") == selector
    assert selector.items() <= mapping_at(made, "spec", "template", "metadata", "labels").items()


@EXAMPLES
@given(SPECS)
def test_what_migrates_needs_no_takeover_mode(spec: Manifest) -> None:
    migration = migrate(spec)
    left = {problem.path.removeprefix("spec.") for problem in migration.problems}
    assert (migration.spec.keys() & DEPRECATED) == left - {"size"}
    assert migrate(migration.spec).spec == migration.spec
    current = {name: value for name, value in migration.spec.items() if name not in {*left, "takeover"}}
    if not left:
        assert errors(check(xr(current), platform(policy=ALLOWED))) == ()
