"""The claims of a file are rewritten, and nothing else in it."""

import pytest
import yaml

from function.check.migrate import MigratedFile, migrated
from function.check.platform import load
from tests.documents import GROUP

CLAIM = f"""\
apiVersion: {GROUP}
kind: EventDrivenService
metadata: {{name: orders, namespace: shop}}
spec:
  image: ghcr.io/example/orders:1.2.3  # from CI
  # the database
  secret1Name: orders-db
  nats: {{stream: ORDERS, consumer: w}}
"""
MIGRATED = CLAIM.replace(
    "  secret1Name: orders-db\n",
    "  secretRefs:\n    - name: orders-db\n      envFrom: true\n      optional: true\n",
)
OTHER = "apiVersion: v1\nkind: ConfigMap\nmetadata: {name: secret1Name}\n"


def done(text: str) -> MigratedFile:
    return migrated("a.yaml", text.encode(), load(None))


def test_comments_and_order_stay() -> None:
    assert done(CLAIM) == MigratedFile("a.yaml", CLAIM, MIGRATED, ())


def test_each_document_is_rewritten_and_other_kinds_are_not() -> None:
    file = done("---\n".join([CLAIM, OTHER, CLAIM]))
    assert file.after == "---\n".join([MIGRATED, OTHER, MIGRATED])
    assert file.findings == ()


def test_so_are_the_items_of_a_list() -> None:
    items = "".join(f"  {line}" for line in CLAIM.splitlines(keepends=True)).replace("  api", "- api", 1)
    file = done(f"apiVersion: v1\nkind: List\nitems:\n{items}")
    assert file.findings == ()
    assert yaml.safe_load(file.after)["items"] == [yaml.safe_load(MIGRATED)]


@pytest.mark.parametrize(
    "text",
    [
        "",
        OTHER,
        MIGRATED,
        CLAIM.replace("EventDrivenService", "InfraBinding"),
        CLAIM.replace("EventDrivenService", "Deployment"),
        f"apiVersion: {GROUP}\nkind: EventDrivenService\nspec: [1]\n",
        f"apiVersion: {GROUP}\nkind: EventDrivenService\n",
        "- 1\n",
    ],
)
def test_nothing_to_rewrite(text: str) -> None:
    assert done(text) == MigratedFile("a.yaml", text, text, ())


@pytest.mark.parametrize(
    "spec",
    [
        "{secret1Name: a}",
        "\n  <<: &base {secret1Name: a}",
        "\n  secret1Name: &a a\n  secretRefs: [{name: *a, envFrom: true}]",
        '\n  "x": 1\n  ? secret1Name\n  : a',
    ],
)
def test_a_file_that_would_say_something_else_stays(spec: str) -> None:
    text = f"apiVersion: {GROUP}\nkind: EventDrivenService\nmetadata: {{name: a}}\nspec: {spec}\n"
    file = done(text)
    if file.findings:
        assert file.after == text
        assert [finding.code for finding in file.findings] == ["EP495"]
    else:
        assert "secretRefs" in yaml.safe_load(file.after)["spec"]


def test_what_cannot_be_rewritten_is_reported_at_its_place() -> None:
    file = done(CLAIM + "  livenessProbe:\n    httpGet: {port: 9999}\n")
    assert file.after == MIGRATED + "  livenessProbe:\n    httpGet: {port: 9999}\n"
    (finding,) = file.findings
    assert str(finding).startswith(
        "a.yaml:9:3: EP495 spec.livenessProbe: cannot be rewritten: probes use the http port"
    )


@pytest.mark.parametrize("content", [b"a: [", b"\xff", b"a: 1\na: 2\n"])
def test_a_file_with_errors_stays_as_it_is(content: bytes) -> None:
    file = migrated("a.yaml", content, load(None))
    assert file.before == file.after
    assert file.findings
