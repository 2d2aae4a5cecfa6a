import pytest

from function.apis.infra_binding.flink.memory import TaskManager
from function.apis.infra_binding.units import in_bytes

MIB = 2**20


def task_manager(process: str, network: str = "64mb", managed: str = "0b") -> TaskManager:
    return TaskManager(process=in_bytes(process), network=in_bytes(network), managed=in_bytes(managed))


@pytest.mark.parametrize(
    ("process", "network", "managed"),
    [
        ("512mb", "64mb", "0b"),
        ("831mb", "64mb", "0b"),
        ("1gb", "64mb", "256mb"),
        ("1gb", "512mb", "0b"),
        ("4gb", "64mb", "4gb"),
        ("4gb", "128mb", "3gb"),
        ("0b", "0b", "0b"),
        ("20gb", "64mb", "19gb"),
    ],
)
def test_a_sum_that_does_not_fit_fails_at_start(process: str, network: str, managed: str) -> None:
    assert not task_manager(process, network, managed).fits


@pytest.mark.parametrize(
    ("process", "network", "managed"),
    [
        ("832mb", "64mb", "0b"),
        ("1gb", "64mb", "0b"),
        ("4gb", "128mb", "1gb"),
        ("2gb", "64mb", "1gb"),
        ("20gb", "64mb", "18gb"),
    ],
)
def test_one_that_fits_starts(process: str, network: str, managed: str) -> None:
    assert task_manager(process, network, managed).fits


@pytest.mark.parametrize("managed", ["0b", "1mb", "256mb", "1gb", "1100mb", "4gb", "8gb", "9gb", "40gb"])
@pytest.mark.parametrize("network", ["0b", "64mb", "2gb"])
def test_the_smallest_one_fits_and_a_smaller_one_does_not(network: str, managed: str) -> None:
    smallest = in_bytes(task_manager("0b", network, managed).smallest)
    parts = {"network": in_bytes(network), "managed": in_bytes(managed)}
    assert TaskManager(process=smallest, **parts).fits
    assert not TaskManager(process=smallest - 2 * MIB, **parts).fits
