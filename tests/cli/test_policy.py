"""What the command line says of a claim that only the platform's policy can allow."""

import pytest

from tests.cli.conftest import Run, Write

MESH = "  podAnnotations:\n    dapr.io/enabled: 'true'\n"
CONFIG = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: "


@pytest.mark.parametrize(
    ("settings", "words", "code"),
    [("", "allowed only by", 0), ("{}", "not allowed by", 1), ("{policy: {podAnnotations: [dapr.io/]}}", "", 0)],
)
def test_an_unknown_policy_warns(run: Run, write: Write, claim: str, settings: str, words: str, code: int) -> None:
    options = ["--platform-config", write("p.yaml", CONFIG + settings)] if settings else []
    done = run("validate", *options, write("c.yaml", claim + MESH))
    message = f"injects a sidecar; {words} PlatformConfig.spec.policy.podAnnotations\n" if words else ""
    assert (done.out.partition("enabled: ")[2], done.code) == (message, code)
