from function.apis.infra_binding.dapr.dapr import PARTS as DAPR
from function.apis.infra_binding.implementation import IMPLEMENTATION
from function.apis.infra_binding.isolation.isolation import POLICY
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.monitors.monitors import PARTS
from function.apis.infra_binding.preflight.job import PREFLIGHT
from function.apis.infra_binding.resources import ALWAYS
from function.apis.infra_binding.sections import SECTIONS
from function.apis.infra_binding.terraform.workspace import WORKSPACE
from tests.bindings import binding, manifests

MAKES = IMPLEMENTATION.api.makes


def test_what_is_made_is_what_every_binding_has_and_what_members_declare() -> None:
    declared = {
        (part.kind, part.made) for models in SECTIONS.values() for model in models.values() for part in model.makes
    }
    assert set(MAKES) == {
        *ALWAYS.values(),
        *declared,
        *((part.kind, part.made) for part in (JOB, *PARTS, *DAPR, POLICY, PREFLIGHT, WORKSPACE)),
    }
    assert len(set(MAKES)) == len(MAKES)


def test_what_every_binding_has_is_guarded_and_of_the_kind_it_says() -> None:
    made = manifests(binding())
    assert {key: manifest["kind"] for key, manifest in made.items()} == {key: kind for key, (kind, _) in ALWAYS.items()}
    assert all(map(IMPLEMENTATION.emits, made))
