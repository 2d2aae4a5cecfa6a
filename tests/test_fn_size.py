"""Answers that are too large to be sent."""

import pytest
from crossplane.function.proto.v1 import run_function_pb2 as v1

from function.base.outcome import Composed, Outcome
from function.fn import Render, answer
from tests.test_fn import call, rendering


def large(mebibytes: float) -> Render:
    text = "x" * int(mebibytes * 1024 * 1024)
    return rendering(Outcome(resources={"app": Composed({"kind": "ConfigMap", "data": text}, ready=True)}))


def test_what_cannot_be_sent_for_the_sake_of_earlier_steps_is_refused_without_what_they_want() -> None:
    message = v1.RunFunctionRequest.FromString(call())
    for part in (message.context, message.desired.resources["bucket"].resource):
        part.update({"text": "x" * 2_200_000})
    data, entry = answer(message.SerializeToString(), rendering(Outcome()))
    answered = v1.RunFunctionResponse.FromString(data)
    assert len(data) < 10_000
    assert {condition.reason for condition in answered.conditions} == {"ResponseTooLarge"}
    assert not answered.HasField("context")
    assert answered.meta.tag == "sha256:abc"
    assert entry.fatal_codes == ("EP320",)


def test_an_answer_that_crossplane_would_refuse_is_a_fatal_one_with_advice() -> None:
    data, entry = answer(call(), large(4.1))
    answered = v1.RunFunctionResponse.FromString(data)
    assert [result.severity for result in answered.results] == [v1.SEVERITY_FATAL]
    assert answered.results[0].message.startswith(
        "the response is 4.1 MiB, but Crossplane accepts at most 4 MiB. Hint: split"
    )
    assert not answered.HasField("desired")
    assert answered.meta.tag == "sha256:abc"
    assert (entry.fatal_codes, entry.response_bytes, entry.advice) == (("EP320",), len(data), None)


@pytest.mark.parametrize(("mebibytes", "warned"), [(3.0, False), (3.5, True)])
def test_an_answer_near_the_limit_is_given_with_advice(mebibytes: float, warned: bool) -> None:
    data, entry = answer(call(), large(mebibytes))
    assert (entry.advice is not None) == warned
    assert entry.fatal_codes == ()
    assert set(v1.RunFunctionResponse.FromString(data).desired.resources) == {"app", "bucket"}
