import pytest

from function.apis.terraform_outputs import Outputs, absent, variables
from function.base.manifest import Json, Manifest

OUTPUTS = Outputs(
    source="outputs.json",
    values={"emr_cluster_id": "j-1", "port": 5432, "ratio": 0.5, "public": False, "subnets": ["a"], "tags": {"a": "b"}},
    sensitive=frozenset({"db_password"}),
)


def document(**outputs: Json) -> Manifest:
    return {"infrastructure": {"outputs": outputs}}


@pytest.mark.parametrize(
    ("name", "value"),
    [
        *(
            ("emr_cluster_id", "j-1"),
            ("EMR_CLUSTER_ID", "j-1"),
            ("PORT", "5432"),
            ("ratio", "0.5"),
            ("PUBLIC", "false"),
        ),
    ],
)
def test_an_output_is_a_variable_in_both_spellings(name: str, value: str) -> None:
    assert variables(OUTPUTS, {})[name] == value


@pytest.mark.parametrize("name", ["subnets", "TAGS", "db_password", "DB_PASSWORD", "Emr_Cluster_Id", ""])
def test_what_is_no_single_value_or_hidden_is_none(name: str) -> None:
    assert name not in variables(OUTPUTS, {})


def test_a_dash_is_no_letter_of_a_variable() -> None:
    found = variables(Outputs(source="a", values={"cluster-id": "j-1"}), {})
    assert found == {"cluster_id": "j-1", "CLUSTER_ID": "j-1"}


def test_a_name_of_the_binding_comes_first() -> None:
    found = variables(OUTPUTS, document(port="output.emr_cluster_id", cluster="output.emr_cluster_id"))
    assert (found["port"], found["PORT"], found["CLUSTER"], found["emr_cluster_id"]) == ("j-1", "j-1", "j-1", "j-1")


@pytest.mark.parametrize(
    ("output", "message"),
    [
        (
            "output.emr_cluster",
            "outputs.json has no output 'emr_cluster'; did you mean 'emr_cluster_id'?",
        ),
        (
            "output.zeppelin",
            "outputs.json has no output 'zeppelin'",
        ),
        (
            "output.db_password",
            "the output 'db_password' in outputs.json is sensitive, so it cannot be a value here",
        ),
    ],
)
def test_an_output_that_the_module_does_not_have_is_found_at_its_place(output: str, message: str) -> None:
    (problem,) = absent(OUTPUTS, document(cluster=output), "spec")
    assert (problem.path, problem.code) == ("spec.infrastructure.outputs.cluster", "EP466")
    assert problem.message.partition(". Hint: ")[0] == message


def test_all_of_them_are_found() -> None:
    found = absent(OUTPUTS, document(b="output.b1", a="output.a1", c="output.port"))
    assert [problem.path for problem in found] == ["infrastructure.outputs.a", "infrastructure.outputs.b"]


@pytest.mark.parametrize(
    "wrong",
    [
        None,
        [],
        "a",
        {"infrastructure": []},
        {"infrastructure": {"outputs": ["output.a"]}},
        document(a=1, b="port", c=[]),
    ],
)
def test_what_is_malformed_is_left_to_the_check_of_the_binding(wrong: Json) -> None:
    assert list(absent(OUTPUTS, wrong)) == []
    assert variables(OUTPUTS, wrong) == variables(OUTPUTS, {})
