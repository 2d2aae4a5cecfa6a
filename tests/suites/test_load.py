"""A suite is read strictly: what is mistyped or empty would compare less than its author thinks."""

import pytest

from tests.suites.running import HEAD, case, loaded

ONE = f"{HEAD}cases: [{{name: a}}]\n"


def said(text: str) -> list[str]:
    file = loaded(text)
    return [str(finding) for finding in (*file.findings, *(one for suite in file.suites for one in suite.findings))]


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("", "a.test.yaml:1:1: EP110 contains no suite. Hint: write one with kind: Suite"),
        ("kind: [", "EP001 not YAML"),
        ("a\n", "a.test.yaml:1:1: EP103 "),
        (ONE.replace("Suite", "Suit"), "a.test.yaml:2:7: EP104 kind: must be one of [Suite], got 'Suit'"),
        (ONE.replace("v1beta1", "v1"), "a.test.yaml:1:13: EP104 apiVersion: "),
        (HEAD, "a.test.yaml:1:1: EP101 cases: required field missing"),
        (f"{HEAD}cases: []\n", "a.test.yaml:3:8: EP105 cases: "),
        (f"{HEAD}cases: [{{}}]\n", "EP101 cases[0].name: required field missing"),
        (f"{HEAD}cases: [{{name: a}}, {{name: a}}]\n", "EP201 cases[1].name: must be a name that no other case has"),
        (case("{object: []}"), "EP102 cases[0].expect.object: unknown field; did you mean 'objects'?"),
        (case("{rejected: yes please}"), "EP103 cases[0].expect.rejected: "),
        (case("{conditions: [{type: Operational, status: true}]}"), "EP10"),
        (case("{count: -1}"), "EP105 cases[0].expect.count: "),
        (case("{objects: [{kind: Pod, absent: [spec..a]}]}"), "EP106 cases[0].expect.objects[0].absent[0]: "),
        (case("{objects: [{name: a}]}"), "EP101 cases[0].expect.objects[0].kind: required field missing"),
        (case("{}", "{scope: cluster}"), "EP104 cases[0].given.scope: "),
        (case("{}", '{claim: "a\\nb"}'), "EP106 cases[0].given.claim: "),
        (case(""), "EP103 cases[0].expect: has no value. Hint: write one, or remove the field"),
        (case("{findings: }"), "EP103 cases[0].expect.findings: has no value"),
        (case("{objects: [{kind: Pod, absent: [null]}]}"), "EP103 cases[0].expect.objects[0].absent[0]: "),
        (case("{status: }"), "EP103 cases[0].expect.status: has no value"),
    ],
)
def test_what_is_wrong_is_said_with_its_place(text: str, message: str) -> None:
    assert any(message in line for line in said(text)), said(text)
    assert all(suite.suite is None for suite in loaded(text).suites)


@pytest.mark.parametrize("depth", [99, 5000])
def test_a_suite_that_is_too_deep_is_a_finding(depth: int) -> None:
    (line, *_) = said(f"{HEAD}cases: {'[' * depth}{']' * depth}\n")
    assert "nested deeper than 100 levels" in line or "EP10" in line


def test_aliases_that_expand_to_too_much_are_a_finding() -> None:
    bomb = "".join(f"x{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 9))
    assert "aliases expand to more than" in said(f"x0: &a0 [1]\n{bomb}{HEAD}")[0]


@pytest.mark.parametrize(
    "text",
    [
        ONE,
        case("{}", "{set: {spec.size: null}}"),
        case("{objects: [{kind: Deployment, fields: {spec.replicas: null}}]}"),
        case('{objects: [{kind: Pod, absent: ["metadata.labels[example.org/a]", "spec.a[0].b"]}]}'),
    ],
)
def test_what_is_valid_has_no_finding(text: str) -> None:
    assert said(text) == []
    assert all(suite.suite is not None for suite in loaded(text).suites)


def test_a_file_may_have_several_suites() -> None:
    assert len(loaded(f"{ONE}---\n{ONE}").suites) == 2
