"""Whatever a process of a binding holds: its job is configured as its file says."""

from typing import Any

import yaml
from hypothesis import given

from function.apis.infra_binding.flink.keys import lines
from function.apis.infra_binding.jobs.job import JOB
from function.apis.infra_binding.model.binding import InfraBinding
from function.base.manifest import Manifest, mapping_at, text_at
from function.base.request import Request
from function.delivery.live import asked
from function.render import render
from tests.bindings import composite
from tests.leaves import replaced
from tests.property.models import documents
from tests.property.test_any import assert_well_formed
from tests.property.test_bindings import EXAMPLES, OWN_CODES, PLATFORM
from tests.schemas import violations

SMALL = ("network_memory", "managed_memory", "task_memory", "image", "jar")


def deployed(spec: dict[str, Any]) -> Manifest:
    """Return the spec with processes that fit and are deployed, and nothing that they wait for."""
    resources = {
        name: {field: value for field, value in process.items() if field not in SMALL}
        for name, process in spec.get("resources", {}).items()
    }
    stores = {
        name: {field: value for field, value in entry.items() if field != "provision"}
        for name, entry in spec.get("checkpoints", {}).items()
    }
    kept = {name: spec[name] for name in spec if name in ("version", "environment", "state_backends")}
    return {**kept, "checkpoints": stores, "resources": {"p": {}, **resources}, "deployment": {"type": "kubernetes"}}


JOBS = documents(InfraBinding).map(deployed)


RUNNER = replaced(PLATFORM, "spec.flink", {"image": "company/runner:1.20.1", "jar": "local:///runner.jar"})


@EXAMPLES
@given(JOBS)
def test_a_process_becomes_a_job_whose_configuration_is_that_of_its_file(spec: Manifest) -> None:
    answer = render(Request(xr=composite(spec), platform=RUNNER))
    assert_well_formed(answer)
    assert {problem.code for problem in answer.problems} <= OWN_CODES | {"EP101", "EP419"}, answer.fatal
    if answer.fatal is not None:
        return
    made = {key: asked(one.manifest) for key, one in answer.resources.items()}
    jobs = {key: manifest for key, manifest in made.items() if key.startswith(JOB.of(""))}
    assert jobs
    for key, manifest in jobs.items():
        assert violations(dict(manifest)) == []
        text = text_at(made["document"], "data", f"{key.removeprefix(JOB.of(''))}.flink.yaml")
        read = {line.partition(": ")[0]: line.partition(": ")[2] for line in text.splitlines()}
        assert lines(read) == text
        assert all(isinstance(value, str | int | bool) for value in yaml.safe_load(text).values())
        configured = mapping_at(manifest, "spec", "flinkConfiguration")
        assert read.items() >= {name: configured[name] for name in read if name in configured}.items()
