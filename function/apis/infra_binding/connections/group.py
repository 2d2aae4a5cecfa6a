"""The servers of a binding, each with everything that uses it."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import cached_property

from function.apis.infra_binding.endpoints.endpoint import Endpoint
from function.apis.infra_binding.entry import Entry
from function.apis.infra_binding.resolve import Resolved
from function.base.markdown import Markdown, code
from function.base.shell import Line


@dataclass(frozen=True)
class Group:
    """A server, and the entries that use it."""

    service: str
    address: str
    hidden: Markdown | None
    """Where the address is, if the binding does not have it."""
    users: tuple[tuple[Entry, Endpoint], ...]

    @property
    def heading(self) -> Markdown:
        """Return the heading of a part about the server."""
        return Markdown(f"### {self.service}: {self.where}")

    @cached_property
    def where(self) -> Markdown:
        """Return the address, or say where it is."""
        return code(self.address) if self.hidden is None else Markdown(f"in {self.hidden}")

    @cached_property
    def endpoints(self) -> tuple[Endpoint, ...]:
        """Return what each entry says about the server."""
        return tuple(endpoint for _, endpoint in self.users)

    @cached_property
    def owners(self) -> tuple[Endpoint, ...]:
        """Return what is said by the entries that run the server, or else by all."""
        return tuple(endpoint for endpoint in self.endpoints if endpoint.runs) or self.endpoints

    def lines(self, of: Callable[[Endpoint], Iterable[Line]]) -> list[Line]:
        """Return commands, each once."""
        return list(dict.fromkeys(line for endpoint in self.endpoints for line in of(endpoint)))

    def texts(self, of: Callable[[Endpoint], Iterable[Markdown]]) -> list[Markdown]:
        """Return sentences, each once."""
        return list(dict.fromkeys(text for endpoint in self.endpoints for text in of(endpoint)))


def groups(resolved: Resolved) -> tuple[Group, ...]:
    """Return the servers, sorted by product and address."""
    found: dict[tuple[str, str, str], list[tuple[Entry, Endpoint]]] = {}
    for entry in resolved.entries:
        endpoint = entry.member.endpoint(entry.name, resolved.meta, resolved.secrets)
        if endpoint is not None:
            key = (endpoint.service, endpoint.address, endpoint.hidden or "")
            found.setdefault(key, []).append((entry, endpoint))
    in_order = sorted(found.items(), key=lambda item: item[0])
    return tuple(Group(service, address, users[0][1].hidden, tuple(users)) for (service, address, _), users in in_order)
