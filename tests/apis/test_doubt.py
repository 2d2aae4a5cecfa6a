from function.apis.doubt import Doubt, doubted
from function.base.problems import errors

ODD = Doubt(code="EP399", field="spec", message="odd", hint="mend it", find=lambda paths: paths)


def test_each_place_is_a_warning_and_no_error() -> None:
    found = doubted([ODD], ["spec.a", "spec.b"])
    assert [str(problem) for problem in found] == ["spec.a: odd. Hint: mend it", "spec.b: odd. Hint: mend it"]
    assert {(problem.code, problem.severity) for problem in found} == {("EP399", "warning")}
    assert errors(found) == ()


def test_without_a_doubt_there_is_nothing() -> None:
    assert doubted([ODD], []) == []
    assert doubted([], ["spec.a"]) == []
