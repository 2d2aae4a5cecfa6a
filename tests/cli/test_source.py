"""An export and a cluster exclude each other."""

import click
import pytest

from function.cli.source import Source, of_cluster_only


def given(*exports: str, kubeconfig: str | None = None, context: str | None = None) -> Source:
    return Source(exports=exports, kubeconfig=kubeconfig, context=context, request_timeout=10)


@pytest.mark.parametrize("source", [given(), given("a"), given(kubeconfig="k", context="c")])
def test_one_of_them_is_fine(source: Source) -> None:
    of_cluster_only(source)


@pytest.mark.parametrize(
    ("source", "others", "named"),
    [
        (given("a", kubeconfig="k"), (), "--kubeconfig"),
        (given("a", context="c", kubeconfig="k"), (), "--kubeconfig and --context"),
        (given("a"), ("--watch",), "--watch"),
    ],
)
def test_both_are_a_usage_error(source: Source, others: tuple[str, ...], named: str) -> None:
    with pytest.raises(click.UsageError, match=f"-f reads an export, so {named} cannot be used"):
        of_cluster_only(source, *others)
    of_cluster_only(Source(**{**source, "exports": ()}), *others)
