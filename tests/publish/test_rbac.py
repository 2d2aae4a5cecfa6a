import pytest

from function.base.kind import Kind
from function.publish import rbac
from function.publish.kinds import kinds
from function.publish.rbac import APPLY, COMPOSE, STOCK, needed, roles


def test_what_crossplane_may_compose_anyway_is_emitted_and_left_out() -> None:
    assert {(kind.group, kind.plural) for kind in kinds()} > STOCK
    _, (role,) = roles()["compose"]
    assert "'deployments'" not in str(role)


def test_what_holds_data_is_wrapped_so_only_the_provider_makes_it() -> None:
    _, (composed,) = roles()["compose"]
    _, (wrapped, _binding) = roles()["objects"]
    kept = [kind.plural for kind in kinds() if kind.holds_data]
    assert kept
    for plural in kept:
        assert plural in str(wrapped)
        assert plural not in str(composed)


def test_two_versions_of_a_kind_need_one_right(monkeypatch: pytest.MonkeyPatch) -> None:
    versions = [
        Kind(api_version=f"example.org/{version}", kind="Policy", plural="policies") for version in ("v1", "v2")
    ]
    monkeypatch.setattr(rbac, "kinds", lambda: versions)
    _, (role,) = roles()["compose"]
    assert role["rules"] == [{"apiGroups": ["example.org"], "resources": ["policies"], "verbs": list(COMPOSE)}]


@pytest.mark.parametrize(("name", "verbs"), [("compose", COMPOSE), ("objects", APPLY)])
def test_every_rule_is_of_one_group_and_says_the_verbs(name: str, verbs: tuple[str, ...]) -> None:
    rules = roles()[name][1][0]["rules"]
    assert isinstance(rules, list)
    groups = [rule["apiGroups"] for rule in rules]
    assert all(len(group) == 1 for group in groups)
    assert groups == sorted(groups)
    kept = tuple(verb for verb in verbs if verb != "delete")
    assert {tuple(rule["verbs"]) for rule in rules} == ({verbs, kept} if name == "objects" else {verbs})


@pytest.mark.parametrize(("holds_data", "expected"), [(True, ("get", "patch")), (False, ("get", "patch", "delete"))])
def test_what_holds_data_is_never_deleted(holds_data: bool, expected: tuple[str, ...]) -> None:
    kind = Kind(api_version="v1", kind="Volume", plural="volumes", holds_data=holds_data)
    assert needed(kind, ("get", "patch", "delete")) == expected


@pytest.mark.parametrize("name", ["compose", "objects"])
def test_a_note_is_all_comment(name: str) -> None:
    note, _ = roles()[name]
    assert note.endswith("\n")
    assert all(line.startswith("# ") for line in note.splitlines())
