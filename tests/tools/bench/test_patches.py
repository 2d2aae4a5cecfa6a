import pytest

from function.base.manifest import Json, at, items_at, text_at
from tools.bench import patches


def targets(env: int, secrets: int) -> list[str]:
    document = patches.resources(env=env, secrets=secrets)
    found: list[Json] = [
        patch for resource in items_at(document, "resources") for patch in items_at(resource, "patches")
    ]
    return [text_at(patch, "toFieldPath") for patch in found]


def test_there_are_as_many_patches_as_are_counted() -> None:
    assert patches.count(patches.resources(env=1, secrets=2)) == len(targets(1, 2)) == 44


@pytest.mark.parametrize(("env", "secrets", "more"), [(2, 2, 2), (1, 3, 1), (30, 10, 66)])
def test_a_longer_list_needs_more_patches(env: int, secrets: int, more: int) -> None:
    assert len(targets(env, secrets)) == 44 + more


def test_no_two_patches_of_a_resource_write_the_same_field() -> None:
    for resource in items_at(patches.resources(env=30, secrets=10), "resources"):
        written = [text_at(patch, "toFieldPath") for patch in items_at(resource, "patches")]
        assert len(written) == len(set(written)), at(resource, "name")


def test_one_call_does_not_change_the_next() -> None:
    assert patches.resources(env=1, secrets=2) == patches.resources(env=1, secrets=2)
    assert targets(30, 10) != targets(1, 2)
