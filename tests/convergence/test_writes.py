"""How often the status of a new claim changes before it is operational: each change is a write."""

import json
from itertools import permutations

import pytest

from function.base.outcome import Outcome
from tests.convergence.cluster import Cluster
from tests.convergence.happenings import INACTIVE, READY, RUNS, scaler
from tests.documents import worker, xr
from tests.status.scene import ROLLING, account, condition, deployment, scaled_object, service

CREATED = {
    "serviceaccount": account(),
    "deployment": deployment(ROLLING),
    "service": service(),
    "scaledobject": scaled_object(condition("Ready", "Unknown")),
}


def on_the_way_up(order: tuple[str, ...]) -> list[Outcome]:
    """Return the answers while the provider creates the objects in this order, one by one."""
    cluster = Cluster(xr(worker(), generation=1))
    answers = [cluster.reconcile()]
    for key in order:
        cluster.live(key, CREATED[key])
        answers.append(cluster.reconcile())
    for happens in (RUNS, scaler(READY, INACTIVE)):
        happens(cluster)
        answers.append(cluster.reconcile())
    assert answers[-1].conditions[-1].status == "True"
    return answers


@pytest.mark.parametrize("order", list(permutations(CREATED)), ids=" ".join)
def test_a_status_changes_only_with_what_it_tells(order: tuple[str, ...]) -> None:
    answers = on_the_way_up(order)
    texts = {tuple(condition.message for condition in answer.conditions) for answer in answers}
    statuses = {json.dumps(answer.status, sort_keys=True) for answer in answers}
    after_the_deployment = len(order) - order.index("deployment")
    assert len(texts) == 4
    assert len(statuses) == 3 + after_the_deployment


def test_the_texts_name_no_object() -> None:
    messages = [answer.conditions[2].message.partition(". If")[0] for answer in on_the_way_up(tuple(CREATED))]
    assert list(dict.fromkeys(messages)) == [
        "0/1 pods ready: being created",
        "0/1 pods ready: the pods are starting",
        "1/1 pods ready",
    ]
