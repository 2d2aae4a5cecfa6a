"""The claim of a file is the file's content and what only a claim has."""

import pytest

from function.base.manifest import Manifest
from function.infra_files.claim import Target, claim

GROUP = "platform.bizmatters.io"


@pytest.mark.parametrize(
    ("target", "metadata"),
    [
        (Target(GROUP, "payments", "cards"), {"name": "cards", "namespace": "payments"}),
        (Target(GROUP, "a", "b", {"team": "x"}), {"name": "b", "namespace": "a", "labels": {"team": "x"}}),
        (Target(GROUP, "a"), {"name": "binding", "namespace": "a"}),
    ],
)
def test_the_metadata_is_that_of_the_target(target: Target, metadata: Manifest) -> None:
    found = claim({"version": "1.0"}, target)
    assert found == {
        "apiVersion": "platform.bizmatters.io/v1alpha1",
        "kind": "InfraBinding",
        "metadata": metadata,
        "spec": {"version": "1.0"},
    }
