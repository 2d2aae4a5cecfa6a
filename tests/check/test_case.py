from function.check.case import cases
from function.check.check_file import CheckedFile
from function.check.verdict import Verdict
from tests.findings import finding, resource


def test_each_resource_is_a_case() -> None:
    file = CheckedFile((resource("A", finding("error", 2), finding("warning", 3)), resource("B")), skipped=4)
    found = list(cases(Verdict((file,))))
    assert [(case.name, case.file) for case in found] == [("A", "f"), ("B", "f")]
    assert [case.errors for case in found] == [["f:2:1: EP100 a: b"], []]
    assert [case.warnings for case in found] == [["f:3:1: EP100 a: b"], []]


def test_invalid_yaml_is_one_case_for_each_file() -> None:
    file = CheckedFile((resource("A"),), (finding("error", 9), finding("error", 7)))
    first, second = cases(Verdict((file,)))
    assert (first.name, first.file, second.name) == ("YAML", "f", "A")
    assert first.errors == ["f:7:1: EP100 a: b", "f:9:1: EP100 a: b"]


def test_a_file_with_other_resources_alone_is_no_case() -> None:
    assert list(cases(Verdict((CheckedFile(skipped=3), CheckedFile())))) == []


def test_a_finding_about_no_file_is_a_case() -> None:
    (case,) = cases(Verdict((CheckedFile(skipped=3),), others=(finding("error"),)))
    assert (case.name, case.file, case.errors) == ("folder", "f", ["f:1:1: EP100 a: b"])


def test_a_resource_is_named_with_its_namespace() -> None:
    checked = resource("A")
    named = checked._replace(
        resource=checked.resource._replace(value={"kind": "A", "metadata": {"name": "b\n", "namespace": "n"}})
    )
    assert [case.name for case in cases(Verdict((CheckedFile((named,)),)))] == [r"A n/b\n"]
