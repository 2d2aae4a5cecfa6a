"""The pages agree with each other and with what the function says."""

import re

from function.apis.event_driven_service.status.reasons.autoscaler import AUTOSCALER_ERROR
from function.apis.registry import APIS
from tests.test_docs import GUIDE, PAGES, ROOT


def test_the_first_screen_shows_what_the_status_really_says() -> None:
    values = {
        "consumer": "orders-worker",
        "stream": "ORDERS",
        "account": "$G",
        "endpoint": "nats-headless.nats.svc.cluster.local:8222",
    }
    shown = " ".join((ROOT / "README.md").read_text().split())
    assert AUTOSCALER_ERROR.because(**values).message in shown
    guide = " ".join(GUIDE.read_text().split())
    assert AUTOSCALER_ERROR.because(**{**values, "consumer": "orders-workers"}).message in guide


def test_the_installation_is_described_once() -> None:
    for page in PAGES:
        if page.name != "install.md":
            assert "package/install/provider-config.yaml\n" not in page.read_text(), page


def test_argo_cd_leaves_both_composites_alone() -> None:
    text = (ROOT / "docs" / "platform-engineers.md").read_text()
    (kinds,) = re.findall(r"kinds: \[(.*)\]\n +clusters", text)
    assert kinds.split(", ") == [api.composite_kind for api in APIS.values()]
