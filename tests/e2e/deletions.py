"""Namespaces that are deleted while the next scenarios run: an Object is gone only after half a minute."""

from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import contextmanager

from tests.e2e.cluster import Scope, delete_namespace
from tools.playground.kubectl import Kubectl

SECONDS = 600  # the provider may have hundreds of Objects of the next scenarios to do first


class Deletions:
    """The deletions that scenarios have begun."""

    def __init__(self, kubectl: Kubectl, scope: Scope, workers: ThreadPoolExecutor) -> None:
        """Begin with none; `workers` run those that are begun."""
        self._kubectl = kubectl
        self._scope = scope
        self._workers = workers
        self._begun: list[Future[None]] = []

    def begin(self, namespace: str) -> None:
        """Delete a namespace with everything in it, in the background."""
        deletion = self._workers.submit(delete_namespace, self._kubectl, self._scope, namespace, SECONDS)
        self._begun.append(deletion)

    def wait(self) -> None:
        """Wait until what was begun has ended; raises the error of a deletion that failed."""
        begun, self._begun = self._begun, []
        for deletion in begun:
            deletion.result()


@contextmanager
def deletions(kubectl: Kubectl, scope: Scope) -> Iterator[Deletions]:
    """Yield the deletions of a run, and wait for them."""
    with ThreadPoolExecutor() as workers:
        found = Deletions(kubectl, scope, workers)
        yield found
        found.wait()
