"""Each mistake with one right answer is corrected in the text, and no other character changes."""

import pytest

from function.check.fix import FixedFile, fixed
from function.check.judge import judge
from function.check.load import load_content
from function.check.platform import load
from tests.documents import GROUP

CLAIM = f"""\
# head
apiVersion: {GROUP}
kind: EventDrivenService
metadata:
  name: orders # the name
  namespace: shop
  labels: {{team: a, 'cost': "1"}}
spec:
  image: ghcr.io/example/orders:1.2.3
  size: small
  imagePullPolicy: Always
  httpPort: 8080 # port
  nats: {{stream: ORDERS, consumer: w}}
  env:
    - name: A
      value: 'x'
  secretRefs:
    - name: db
      env: [{{secretKey: k, envName: E}}]
  scaling:
    minReplicas: 1
    maxReplicas: 3
    cooldownPeriod: 60
  metrics:
    path: /metrics
# end
"""
PLATFORM = load(None)


def done(text: str) -> FixedFile:
    return fixed("a.yaml", text.encode(), PLATFORM, lambda _: None, lambda _: True)


def test_the_claim_itself_has_no_mistake() -> None:
    (resource,) = load_content("a.yaml", CLAIM.encode()).resources
    assert judge(resource.manifest, PLATFORM) == []
    assert done(CLAIM) == FixedFile(CLAIM.encode())


FIXED = [
    ("size:", "siez:", "EP102"),
    ("size:", "Size:", "EP102"),
    ("httpPort:", "http_port:", "EP102"),
    ("httpPort:", "port:", "EP102"),
    ("  env:\n", "  environment:\n", "EP102"),
    ("stream: ORDERS, consumer", "streamName: ORDERS, durable", "EP102"),
    ("secretKey: k, envName", "key: k, name", "EP102"),
    ("spec:\n", "sepc:\n", "EP102"),
    ("  namespace:", "  namespce:", "EP102"),
    ("labels:", "label:", "EP102"),
    ("size: small", "size: Small", "EP104"),
    ("Always", "always", "EP104"),
    ("8080", "'8080'", "EP103"),
    ("cooldownPeriod: 60", "cooldownPeriod: 60s", "EP103"),
    ("cooldownPeriod: 60", "cooldownPeriod: '60'", "EP103"),
    (GROUP, GROUP.replace("v1alpha1", "v1"), "EP110"),
    ("kind: EventDrivenService", "kind: eventDrivenService", "EP110"),
]


@pytest.mark.parametrize(("right", "wrong", "code"), FIXED)
def test_the_mistake_is_gone_and_the_rest_as_it_was(right: str, wrong: str, code: str) -> None:
    assert CLAIM.count(right) == 1
    file = done(CLAIM.replace(right, wrong))
    assert file.content.decode() == CLAIM
    assert {finding.code for finding in file.fixed} == {code}


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("value: 'x'", "value: yes # on", 'value: "yes" # on'),
        ("value: 'x'", "value:\n        1", 'value:\n        "1"'),
        ("value: 'x'", "value: 1.10", 'value: "1.10"'),
        ("value: 'x'", "value: 0777", 'value: "0777"'),
        ("value: 'x'", "value: 1_000", 'value: "1_000"'),
        ("value: 'x'", "value: 1e3", 'value: "1e3"'),
        ("value: 'x'", "value: .5", 'value: ".5"'),
        ("team: a", "team: on", 'team: "on"'),
        ("size: small", "size: 'Small'", "size: 'small'"),
        ("path: /metrics", "path: /metrics\n    enabled: 'Yes'", "path: /metrics\n    enabled: true"),
    ],
)
def test_the_text_stays_as_it_was_meant(right: str, wrong: str, expected: str) -> None:
    assert done(CLAIM.replace(right, wrong)).content.decode() == CLAIM.replace(right, expected)


MANY = CLAIM.replace("size: small", "Size: Small").replace("8080", '"8080"').replace("'x'", "1.10")


@pytest.mark.parametrize(
    "text",
    [
        MANY,
        f"\ufeff{MANY}",
        MANY.replace("\n", "\r\n"),
        MANY.removesuffix("# end\n").removesuffix("\n"),
        f"a: {{b: Small}} # other\n---\n{MANY}---\n{{kind: X}}\n",
    ],
    ids=["plain", "byte order mark", "CRLF", "no line end", "other documents"],
)
def test_several_mistakes_of_a_file_are_corrected_together(text: str) -> None:
    file = done(text)
    expected = text.replace("Size: Small", "size: small").replace('"8080"', "8080").replace("1.10", '"1.10"')
    assert file.content == expected.encode()
    assert len(file.fixed) == 4
    assert done(expected) == FixedFile(file.content)


def test_items_of_a_list_and_json_are_corrected() -> None:
    item = '{"apiVersion":"%s","kind":"EventDrivenService","metadata":{"name":"a","namespace":"b"},"spec":%s}'
    spec = '{"image":"a/b:1","nats":{"stream":"S","consumer":"c"},"httpPort":%s,"size":"%s"}'
    text = '{"kind":"List","items":[%s,\n%s]}'
    wrong, right = (item % (GROUP, spec % words) for words in (('"8080"', "Large"), ("8080", "large")))
    file = done(text % (wrong, wrong))
    assert file.content.decode() == text % (right, right)
    assert len(file.fixed) == 4


@pytest.mark.parametrize(
    ("right", "wrong", "expected"),
    [
        ("size: small", "siez: xlarge", "size: xlarge"),
        ("size: small", "siez: Small", "size: small"),
        ("httpPort: 8080", "httpPrt: 99999", "httpPort: 99999"),
        ("  nats: {stream", "  natz: {queue", "  nats: {queue"),
        (
            "scaling:\n    minReplicas: 1\n    maxReplicas: 3",
            "scalng:\n    minRepicas: 2\n    maxReplicas: '3'\n    foo: 1",
            "scaling:\n    minReplicas: 2\n    maxReplicas: 3\n    foo: 1",
        ),
    ],
)
def test_a_name_is_corrected_although_its_content_has_errors(right: str, wrong: str, expected: str) -> None:
    assert CLAIM.count(right) == 1
    file = done(CLAIM.replace(right, wrong))
    assert file.content.decode() == CLAIM.replace(right, expected)
    assert done(file.content.decode()) == FixedFile(file.content)


def test_only_wanted_findings_are_corrected() -> None:
    file = fixed("a.yaml", MANY.encode(), PLATFORM, lambda _: None, lambda finding: finding.code == "EP103")
    assert file.content.decode() == MANY.replace('"8080"', "8080").replace("1.10", '"1.10"')


def test_the_value_of_a_variable_is_not_corrected() -> None:
    text = f"""\
apiVersion: {GROUP}
kind: InfraBinding
metadata: {{name: a, namespace: b}}
spec:
  variables: {{SIZE: Small}}
  streams: {{x: {{type: "${{SIZE}}"}}}}
"""
    assert done(text) == FixedFile(text.encode())


def test_settings_are_corrected_too() -> None:
    text = "apiVersion: platform.fn.bizmatters.io/v1beta1\nkind: PlatformConfig\nspec: {delivery: %s}\n"
    assert done(text % "Direct").content.decode() == text % "direct"
