import pytest

from function import manifests
from function.apis.event_driven_service import triggers
from function.apis.infra_binding.sections import streams
from function.publish.rbac import APPLY, COMPOSE, STOCK, resources, roles


def test_a_package_without_kinds_emits_nothing() -> None:
    assert resources(triggers.__name__, triggers.__path__) == set()


def test_what_crossplane_may_compose_anyway_is_emitted_and_left_out() -> None:
    assert resources(manifests.__name__, manifests.__path__) > STOCK
    _, (role,) = roles()["compose"]
    assert "deployments" not in str(role)


def test_streams_are_wrapped_so_only_the_provider_makes_them() -> None:
    made = {resource.partition(".")[0] for resource in resources(streams.__name__, streams.__path__)}
    assert made
    _, (composed,) = roles()["compose"]
    _, (wrapped, _binding) = roles()["objects"]
    for plural in made:
        assert plural in str(wrapped)
        assert plural not in str(composed)


@pytest.mark.parametrize(("name", "verbs"), [("compose", COMPOSE), ("objects", APPLY)])
def test_every_rule_is_of_one_group_and_says_the_verbs(name: str, verbs: tuple[str, ...]) -> None:
    rules = roles()[name][1][0]["rules"]
    assert isinstance(rules, list)
    groups = [rule["apiGroups"] for rule in rules]
    assert all(len(group) == 1 for group in groups)
    assert groups == sorted(groups)
    assert {tuple(rule["verbs"]) for rule in rules} == {verbs}


@pytest.mark.parametrize("name", ["compose", "objects"])
def test_a_note_is_all_comment(name: str) -> None:
    note, _ = roles()[name]
    assert note.endswith("\n")
    assert all(line.startswith("# ") for line in note.splitlines())
