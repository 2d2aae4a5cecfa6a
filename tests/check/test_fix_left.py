"""What --fix leaves as it is: mistakes without a certain correction, and what is not ours."""

import pytest

from function.check.fix import FixedFile, fixed
from tests.check.test_fix import CLAIM, MANY, PLATFORM, done
from tests.documents import GROUP

LEFT = [
    ("size: small", "size: smal"),
    ("size: small", "size: small\n  Size: small"),
    ("minReplicas: 1\n    maxReplicas: 3", "manReplicas: 1"),
    *(("httpPort: 8080", f"httpPort: {port}") for port in ("08080", "'0808'", "'http'", "99999", "'99999'", "[8080]")),
    ("httpPort: 8080", "ports: [8080]"),
    ("httpPort: 8080", "httpPrt: http"),
    ("size: small", "siez: [xlarge]"),
    ("minReplicas: 1", "minRepicas: 5"),
    ("minReplicas: 1", "minReplicas: '5'"),
    *(("metrics:", f"{more}\n  metrics:") for more in ("annotations: {a.b/c: d}", "replicas: 2", "scalling: {}")),
    ("metrics:", "livenessProbe: {path: /x}\n  metrics:"),
    ("name: orders #", "name: Orders #"),
    *(("# end", end) for end in ("stats: {}", "size: Small", "---\n{{ .Values.x }}: Small", "--- [\n")),
    *(("value: 'x'", f"value: {value}") for value in ("&x 1", "!!int 1", "[1]")),
    ("size: small", "size: &s Small\n  command: [*s]"),
    ("size: small", "size: Small\n  size: Small"),
    (GROUP, "other.example.org/v1"),
    ("# head", "{{- if .Values.x }}"),
]


@pytest.mark.parametrize(("right", "wrong"), LEFT)
def test_what_has_no_certain_answer_stays(right: str, wrong: str) -> None:
    assert CLAIM.count(right) == 1
    text = CLAIM.replace(right, wrong)
    assert done(text) == FixedFile(text.encode())


@pytest.mark.parametrize(
    "text",
    [
        CLAIM.replace("EventDrivenService", "Deployment").replace(GROUP, "apps/v1").replace("small", "Small"),
        "kind: ConfigMap\napiVersion: v1\nmetadata: {labels: {a: 1}}\n",
        "size: Small\n",
        "",
        "- Small\n",
        '{"kind": ',
    ],
)
def test_what_is_not_ours_stays(text: str) -> None:
    assert done(text) == FixedFile(text.encode())


def test_bytes_that_are_no_text_stay() -> None:
    content = MANY.encode() + b"\xff"
    assert fixed("a.yaml", content, PLATFORM, lambda _: None, lambda _: True) == FixedFile(content)
