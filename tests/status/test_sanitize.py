import pytest

from function.status.sanitize import sanitize


@pytest.mark.parametrize(
    ("text", "kept", "why"),
    [
        ("", "", "nothing"),
        ("  a\n\tb  ", "a b", "one line"),
        ("create failed: cannot create object: cannot create object: x y", "x y", "who passed it on"),
        ('pods "orders-84cd8786c7-x2v4z" is forbidden: no', "no", "name of a pod"),
        ("failed in orders-84cd8786c7-x2v4z twice", "failed in orders-… twice", "name of a pod"),
        (
            'runs as root (pod: "orders-84cd8786c7-x2v4z_shop(5ddb06f8-75ec-4360-ad77-17b9b9d5dd22)", container: main)',
            "runs as root",
            "pod of the kubelet",
        ),
        (
            "killed orders-84cd8786c7-x2v4z_shop and shop_orders-84cd8786c7-x2v4z_main",
            "killed orders-…_shop and shop_orders-…_main",
            "name of a pod joined to others",
        ),
        ("uid_5ddb06f8-75ec-4360-ad77-17b9b9d5dd22_main gone", "uid_…_main gone", "uid joined to others"),
        (
            "in the-longest-name-that-an-event-driven-service-has-84cd8786c7x2v4z_shop",
            "in …",
            "name of a pod that Kubernetes has cut",
        ),
        ("Get https://bot:hunter2@ghcr.io/v2: EOF", "Get https://…@ghcr.io/v2: EOF", "credentials in an address"),
        ("Authorization: Bearer eyJhbGci", "Authorization=… …", "header"),
        ("password=hunter2 rejected", "password=… rejected", "credential"),
        ("DB_PASSWORD: hunter2", "DB_PASSWORD=…", "credential by name"),
        ("Get http://x/token?scope=a&service=b failed", "Get http://x/token failed", "query"),
        (
            'spec.env[0].value: Invalid value: "hunter2": too long',
            "spec.env[0].value: Invalid value: too long",
            "value",
        ),
        ('Invalid value: "say \\"hunter2\\" now": bad', "Invalid value: bad", "quoted value"),
        ("Invalid value: hunter2: bad", "Invalid value: bad", "bare value"),
        ('Invalid value: {"name":"A","value":"hunter2"}: bad', "Invalid value: bad", "value as JSON"),
        ('Invalid value: []core.EnvVar{core.EnvVar{Name:"}", Value:"a, hunter2"}}: bad', "Invalid value: bad", "as Go"),
        (
            '[a: Invalid value: "hunter2": x, b: Duplicate value: {"c":"hunter2"}]',
            "[a: Invalid value: x, b: Duplicate value]",
            "two",
        ),
        ('Invalid value: {"name":"hunter2', "Invalid value", "JSON that was cut"),
        ('denied: {"password":"hunter2, hunter2"}', 'denied: {"password=…}', "credential in JSON"),
        (r"denied: {\"token\": \"x hunter2\"}", r"denied: {\"token=…}", "credential in JSON in a string"),
        ("password='x hunter2' refused", "password=… refused", "credential in quotes"),
        ("secretAccessKey: hunter2", "secretAccessKey=…", "key of a cloud"),
        ("AWS_SECRET_ACCESS_KEY=hunter2", "AWS_SECRET_ACCESS_KEY=…", "key of a cloud in the environment"),
        ("pwd=hunter2 passphrase: hunter2", "pwd=… passphrase=…", "credential by another name"),
        ("dial amqp://u:p@hunter2@mq:1: EOF", "dial amqp://…@mq:1: EOF", "@ in a password"),
        ("dial amqp://u:p/hunter2@mq:1: EOF", "dial amqp://…@mq:1: EOF", "slash in a password"),
        ("pull docker://x.io/a@sha256:12 failed", "pull docker://x.io/a@sha256:12 failed", "digest"),
        ("read udp 127.0.0.1:33377->127.0.0.1:53: refused", "read udp …: refused", "ports"),
        ("at 2026-11-21T01:52:32Z it failed", "at … it failed", "time"),
        ("pod 5ddb06f8-75ec-4360-ad77-17b9b9d5dd22 gone", "pod … gone", "uid"),
        ("key " + "A" * 60, "key …", "long secret"),
    ],
)
def test_only_the_gist_is_kept(text: str, kept: str, why: str) -> None:
    found = sanitize(text)
    assert "hunter2" not in found
    assert "eyJhbGci" not in found
    assert found == kept, why


@pytest.mark.parametrize("end", ["", "\\"])
def test_a_quoted_value_that_was_cut_within_is_left_out_as_well(end: str) -> None:
    text = 'spec: Invalid value: "user:hunter2' + "x:" * 2000 + end
    assert sanitize(text) == "spec: Invalid value"


def test_a_long_text_is_cut() -> None:
    assert len(sanitize("word " * 1000)) == 240


def test_a_hostile_text_does_not_take_long() -> None:
    assert len(sanitize('Invalid value: "' + "\\" * 100_000)) <= 240


def test_the_same_text_again_stays() -> None:
    text = sanitize("create failed: cannot create object: password=hunter2 for orders-84cd8786c7-x2v4z")
    assert sanitize(text) == text
