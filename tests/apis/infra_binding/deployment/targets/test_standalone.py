import pytest

from function.base.manifest import Json, Manifest
from tests.apis.infra_binding.deployment.targets.test_yarn import HA, OTHER_HA, REFUSED_HA
from tests.bindings import model
from tests.plug_ins.cases import Cases

WHOLE: Manifest = {
    "type": "standalone",
    "cluster": {
        "job_manager": {"host": "jm.example.org", "port": 6123, "web_port": 8081},
        "task_managers": [{"host": f"tm-{number}.example.org", "port": 6122, "slots": 4} for number in (1, 2)],
    },
    "ha": HA,
    "security": {
        "ssl": {
            "enabled": True,
            "internal": {"enabled": True, "keystore": "/etc/ssl/flink.jks", "truststore": "/etc/ssl/trust.jks"},
            "rest": {"enabled": True, "cert_file": "/etc/ssl/rest.pem", "key_file": "/etc/ssl/rest-key.pem"},
        }
    },
    "ci_cd": {"type": "argocd"},
}
CHANGES: dict[str, Json] = {
    **OTHER_HA,
    "ci_cd{type}": "gitlab_ci",
    "cluster.job_manager.host": "other.example.org",
    "cluster.job_manager.port": 6124,
    "cluster.job_manager.web_port": 8082,
    "cluster.task_managers[0].host": "10.0.0.7",
    "cluster.task_managers[0].port": 6124,
    "cluster.task_managers[0].slots": 2,
    "security.ssl.enabled": False,
    "security.ssl.internal.enabled": False,
    "security.ssl.internal.keystore": "/etc/ssl/other.jks",
    "security.ssl.internal.truststore": "/etc/ssl/other.jks",
    "security.ssl.rest.enabled": False,
    "security.ssl.rest.cert_file": "/etc/ssl/other.pem",
    "security.ssl.rest.key_file": "/etc/ssl/other-key.pem",
}
CASES = Cases(
    whole=WHOLE,
    changes=CHANGES,
    for_applications=CHANGES,
    refused=[
        *REFUSED_HA,
        *(("job_manager", "localhost:8081"), ("cluster.job_manager", "jm"), ("cluster.job_manager.host", None)),
        *(("cluster.job_manager.host", "jm:6123"), ("cluster.job_manager.port", 0), ("cluster.workers", [])),
        *(("cluster.task_managers[0].host", None), ("cluster.task_managers[0].slots", 0), ("queue", "a")),
        *(("cluster.task_managers[0].host", "tm_1"), ("cluster.task_managers", {})),
        *(("security.ssl.internal.keystore_password", "x"), ("security.ssl.rest.keystore", "a")),
        *(("security.ssl.enabled", "yes"), ("security.ssl.internal.keystore", "flink.jks"), ("mode", "session")),
    ],
)


@pytest.mark.parametrize(
    ("ha", "expected"), [(HA, {"high-availability.jobmanager.port"}), ({**HA, "enabled": False}, set()), (None, set())]
)
def test_the_port_of_a_job_manager_has_another_name_with_high_availability(ha: Json, expected: set[str]) -> None:
    leader: Json = {"job_manager": {"host": "jm", "port": 6200}}
    target = model(deployment={"type": "standalone", "cluster": leader, **({"ha": ha} if ha else {})}).deployment
    assert target is not None
    ports = {key for key, text in target.configuration().items() if text == "6200"}
    assert ports == {"jobmanager.rpc.port"} | expected
