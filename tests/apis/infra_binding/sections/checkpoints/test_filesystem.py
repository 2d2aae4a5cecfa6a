import pytest

from function.apis.infra_binding.sections.checkpoints.filesystem import Model
from function.base.manifest import Json
from function.render import check
from tests.bindings import binding, composite, process
from tests.checkpoints import BEHAVIOR, CHANGES, REFUSED
from tests.plug_ins.cases import Cases

CASES = Cases(
    whole={"type": "filesystem", "path": "file:///mnt/checkpoints", **BEHAVIOR},
    changes={"path": "/mnt/other", **CHANGES},
    refused=[
        *(("path", None), ("path", "checkpoints"), ("path", "file://checkpoints"), ("path", "s3://a/b")),
        *(("path", "/mnt/a b"), ("path", "/"), ("bucket", "a"), ("type", "file"), ("provision", True), *REFUSED),
    ],
)


@pytest.mark.parametrize("path", ["/mnt/checkpoints", "file:///mnt/checkpoints"])
def test_both_spellings_of_a_path_are_one_address(path: str) -> None:
    assert Model.model_validate({"type": "filesystem", "path": path}).storage().uri == "file:///mnt/checkpoints"


@pytest.mark.parametrize(
    ("path", "environment", "reported"),
    [
        ("file:///tmp/checkpoints", "production", True),
        ("file:///tmp", "staging", True),
        ("file:///tmp/checkpoints", "development", False),
        ("file:///tmp/checkpoints", "local", False),
        ("file:///mnt/tmp", "production", False),
    ],
)
def test_checkpoints_in_tmp_are_lost_with_the_pod_outside_development(
    path: str, environment: str, *, reported: bool
) -> None:
    stores: Json = {"a": {"type": "filesystem", "path": path, "interval": "1m"}}
    spec = binding(
        environment=environment,
        deployment={"type": "kubernetes"},
        checkpoints=stores,
        resources={"p": process()},
    )
    found = check(composite(spec), {})
    assert [(problem.path, problem.severity) for problem in found] == [
        ("spec.checkpoints.a.path", "warning")
    ] * reported
