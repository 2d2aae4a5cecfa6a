"""Cases run independently of each other, and a suite that cannot be read is a failure."""

from function.suites.run import checked, jobs, run
from tests.suites.running import HEAD, case, inline, loaded, ran

TWO = f"{HEAD}{inline()}cases:\n  - name: Right\n  - name: wrong\n    expect: {{count: 9}}\n"


def test_each_case_has_its_result() -> None:
    assert [one.checked.failed for one in ran(TWO)] == [False, True]
    assert [[edit.value for edit in one.edits] for one in ran(TWO)] == [[], [4]]


def test_only_the_wanted_cases_run() -> None:
    assert [job.name for job in jobs(loaded(TWO), lambda name: name == "wrong")] == ["wrong"]


def test_a_suite_that_is_not_valid_has_no_cases_and_fails() -> None:
    file = loaded(f"{case('{}')}---\nkind: Suite\n")
    results = [run(job) for job in jobs(file, lambda _: True)]
    found = checked(file, results)
    assert [(one.kind, one.failed) for one in found.resources] == [("Suite", True), ("case", False)]


def test_a_file_that_is_not_yaml_fails() -> None:
    found = checked(loaded("a: ["), [])
    assert (found.failed, len(found.unreadable)) == (True, 1)


def test_names_cannot_command_a_terminal_or_a_ci_system() -> None:
    (one,) = ran(f'{HEAD}{inline()}cases:\n  - name: "::error::##[error] \\u202e"\n    expect: {{count: 9}}\n')
    assert one.checked.findings[0].message.startswith(r"\x3a:error::\x23#[error] ")
    assert "\u202e" not in str(one.checked.findings[0])


def test_several_differences_of_one_value_are_one_edit() -> None:
    expect = "{objects: [{kind: Service, fields: {spec: {type: a, ports: [{port: 1, name: b}]}}}]}"
    (one,) = ran(case(expect))
    assert len(one.checked.findings) == 3
    assert [edit.value for edit in one.edits] == [{"type": "ClusterIP", "ports": [{"port": 8080, "name": "http"}]}]


def test_generated_files_are_those_of_the_repository() -> None:
    text = f"{HEAD}generated:\n  ../definition.yaml: apis/eventdrivenservice/claims.yaml\n"
    one, _ = ran(f"{text}{inline()}cases: [{{name: it}}]\n")
    (finding,) = one.checked.findings
    assert finding.message.startswith("generated files: cannot use ../definition.yaml: is no file of the repos")
