import pytest

from function.base.manifest import Json, Manifest, mapping_at
from tests.bindings import manifests
from tests.monitored import files, judged, made, spec, with_image
from tests.schemas import violations

OUTPUTS = [{"type": "stdout"}, {"type": "elasticsearch", "endpoint": "https://es:9200"}]


def test_each_destination_says_who_must_send_logs_there() -> None:
    found = files(monitoring={"logging": {"outputs": OUTPUTS}})
    assert found["binding.yaml"]["monitoring"] == {"logging": {"outputs": OUTPUTS}}
    unmanaged = found["unmanaged.yaml"]
    assert sorted(unmanaged) == [
        "monitoring.logging",
        "monitoring.logging.outputs[0]",
        "monitoring.logging.outputs[1]",
    ]
    assert unmanaged["monitoring.logging.outputs[0]"].startswith("jobs write to standard output by themselves")
    assert "log agent" in unmanaged["monitoring.logging.outputs[1]"]


def test_the_level_is_in_the_configuration_of_the_job() -> None:
    found = made(logging={"level": "WARN"})["flinkdeployment-p"]
    assert violations(found) == []
    assert "rootLogger.level = WARN\n" in str(mapping_at(found, "spec", "logConfiguration")["log4j-console.properties"])


def test_the_document_has_the_configuration_for_jobs_that_others_start() -> None:
    elsewhere: Manifest = {**spec(logging={"level": "WARN"}), "deployment": {"type": "yarn"}}
    data = mapping_at(manifests(elsewhere)["document"], "data")
    assert "rootLogger.level = WARN\n" in str(data["p.log4j.properties"])


@pytest.mark.parametrize("logging", [{}, {"outputs": OUTPUTS}])
def test_without_level_and_format_the_job_logs_as_before(logging: Json) -> None:
    found = made(logging=logging)
    assert "logConfiguration" not in mapping_at(found["flinkdeployment-p"], "spec")
    assert "p.log4j.properties" not in mapping_at(found["document"], "data")


@pytest.mark.parametrize(("image", "written"), [("company/flink:2.1.0", True), ("company/flink:1.20.1", False)])
def test_an_image_without_the_layout_for_json_logs_text_and_the_author_is_told(image: str, written: bool) -> None:
    fields = with_image(image, logging={"format": "json"})
    assert ("JsonTemplateLayout" in str(manifests(fields)["flinkdeployment-p"])) == written
    warning = "spec.monitoring.logging.format: process 'p' logs text: Flink before 2.1 cannot write JSON"
    assert judged(fields) == ([] if written else [warning])
