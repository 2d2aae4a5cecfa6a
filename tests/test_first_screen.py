"""The pages agree with each other and with what the function says."""

import re

from function.apis.event_driven_service.status.diagnosis.scaled_object import LAG
from function.apis.event_driven_service.status.diagnosis.triggers import Trigger
from function.apis.event_driven_service.status.reasons.autoscaler import AUTOSCALER_ERROR
from function.apis.registry import APIS
from tests.test_docs import GUIDE, PAGES, ROOT


def message(consumer: str) -> str:
    """Return what the status says if KEDA cannot read the lag of a consumer."""
    trigger = Trigger(
        path="spec.nats",
        type="nats-jetstream",
        metadata={
            "consumer": consumer,
            "stream": "ORDERS",
            "account": "$G",
            "natsServerMonitoringEndpoint": "nats-headless.nats.svc.cluster.local:8222",
        },
    )
    return AUTOSCALER_ERROR.because(what=str(trigger), check=LAG.format(**trigger.lag)).message


def test_the_first_screen_shows_what_the_status_really_says() -> None:
    assert message("orders-worker") in " ".join((ROOT / "README.md").read_text().split())
    assert message("orders-workers") in " ".join(GUIDE.read_text().split())


def test_the_installation_is_described_once() -> None:
    for page in PAGES:
        if page.name != "install.md":
            assert "package/install/provider-config.yaml\n" not in page.read_text(), page


def test_argo_cd_leaves_both_composites_alone() -> None:
    text = (ROOT / "docs" / "platform-engineers.md").read_text()
    (kinds,) = re.findall(r"kinds: \[(.*)\]\n +clusters", text)
    assert kinds.split(", ") == [api.composite_kind for api in APIS.values()]
