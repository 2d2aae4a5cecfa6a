"""The claims of a file are rewritten, and nothing else in it."""

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from function.base.manifest import Json, Manifest
from function.check.migrate import migrated
from function.check.platform import load
from function.check.rewritten import RewrittenFile
from function.yaml.dump import dump
from tests.documents import GROUP, worker

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


def done(text: str) -> RewrittenFile:
    return migrated("a.yaml", text.encode(), load(None))


def test_comments_and_order_stay() -> None:
    assert done(CLAIM) == RewrittenFile("a.yaml", CLAIM, MIGRATED, ())


def test_comments_in_what_changes_stay() -> None:
    fields = """\
  secretRefs:
    # the cache
    - name: cache # shared
      envFrom: true
  secret1Name: orders-db # the database
  size: micro # enough
  livenessProbe:
    # slow start
    httpGet: {path: /live, port: http} # cheap
"""
    file = done(CLAIM.replace("  # the database\n  secret1Name: orders-db\n", fields))
    assert file.findings == ()
    assert [line.partition("#")[2] for line in file.after.splitlines() if "#" in line] == [
        " from CI",
        " the cache",
        " shared",
        " the database",
        " enough",
        " slow start",
        " cheap",
    ]
    assert "    - name: cache # shared\n      envFrom: true\n    - name: orders-db\n" in file.after
    assert "  size: small # enough\n" in file.after


def test_line_ends_stay() -> None:
    assert done(CLAIM.replace("\n", "\r\n")).after == MIGRATED.replace("\n", "\r\n")


def test_references_of_another_shape_are_not_replaced() -> None:
    text = CLAIM + "  secretRefs: {name: cache}\n"
    assert done(text).after == text


def test_each_document_is_rewritten_and_other_kinds_are_not() -> None:
    file = done("---\n".join([CLAIM, OTHER, CLAIM]))
    assert file.after == "---\n".join([MIGRATED, OTHER, MIGRATED])
    assert file.findings == ()


def test_a_byte_order_mark_stays() -> None:
    assert done(f"\ufeff{CLAIM}").after == f"\ufeff{MIGRATED}"


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
    assert done(text) == RewrittenFile("a.yaml", text, text, ())


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


PROBE = st.fixed_dictionaries(
    {
        "httpGet": st.fixed_dictionaries(
            {"port": st.sampled_from(["http", 8080, 9]), "path": st.sampled_from(["/", "/live"])},
            optional={"scheme": st.sampled_from(["HTTP", "HTTPS"])},
        )
    },
    optional={"periodSeconds": st.integers(0, 60), "successThreshold": st.integers(0, 3)},
)
EARLIER = st.fixed_dictionaries(
    {},
    optional={
        **{f"secret{slot}Name": st.sampled_from(["orders-db", "x", 1, None]) for slot in range(1, 6)},
        "size": st.sampled_from(["micro", "small", 1]),
        "resources": st.just({"requests": {"cpu": "1"}}),
        "secretRefs": st.just([{"name": "other", "envFrom": True}]),
        "probes": st.just({"liveness": {"path": "/"}}),
        "livenessProbe": PROBE,
        "readinessProbe": st.one_of(PROBE, st.just("x")),
        "httpPort": st.sampled_from([9, 8080]),
    },
)


@given(EARLIER)
def test_twice_changes_nothing(fields: dict[str, Json]) -> None:
    claim: Manifest = {
        "apiVersion": GROUP,
        "kind": "EventDrivenService",
        "metadata": {"name": "a"},
        "spec": worker(**fields),
    }
    once = done(dump([claim]))
    again = done(once.after)
    assert again.after == once.after
    assert [found.message for found in again.findings] == [found.message for found in once.findings]
