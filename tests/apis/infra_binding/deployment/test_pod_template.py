import pytest

from function.apis.infra_binding.deployment.pod_template import PodTemplate
from function.base.manifest import Json, Manifest
from function.base.validation import parse


def refused(document: Manifest) -> list[str]:
    return [problem.path for problem in parse(PodTemplate, document, "t")[1]]


def test_both_spellings_of_a_field_count() -> None:
    template, problems = parse(
        PodTemplate,
        {
            "annotations": {"a": "1"},
            "node_selector": {"x": "1"},
            "tolerations": [{"key": "k"}],
            "metadata": {"annotations": {"a": "1", "b": "2"}},
            "spec": {"node_selector": {"y": "2"}, "tolerations": [{"key": "l"}]},
        },
        "t",
    )
    assert template is not None, problems
    assert template.all_annotations() == {"a": "1", "b": "2"}
    assert template.all_node_labels() == {"x": "1", "y": "2"}
    assert [toleration.key for toleration in template.all_tolerations()] == ["k", "l"]


@pytest.mark.parametrize(
    ("document", "paths"),
    [
        ({"annotations": {"a": "1"}, "metadata": {"annotations": {"a": "2"}}}, ["t.annotations.a"]),
        ({"node_selector": {"a": "1"}, "spec": {"node_selector": {"a": "2"}}}, ["t.node_selector.a"]),
        (
            {"spec": {"volumes": [{"name": "a", "empty_dir": {}}, {"name": "a", "empty_dir": {}}]}},
            ["t.spec.volumes[1].name"],
        ),
        ({"spec": {"volume_mounts": [{"name": "a", "mount_path": "/a"}]}}, ["t.spec.volume_mounts[0].name"]),
        ({"spec": {"security_context": {"run_as_non_root": False}}}, ["t.spec.security_context.run_as_non_root"]),
        ({"spec": {"security_context": {"run_as_user": 0}}}, ["t.spec.security_context.run_as_user"]),
        ({"spec": {"host_network": True}}, ["t.spec.host_network"]),
        ({"spec": {"service_account": "admin"}}, ["t.spec.service_account"]),
        ({"spec": {"init_containers": []}}, ["t.spec.init_containers"]),
    ],
)
def test_what_contradicts_itself_or_the_profile_is_refused(document: Manifest, paths: Json) -> None:
    assert refused(document) == paths
