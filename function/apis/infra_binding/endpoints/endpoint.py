"""What people need to know about the server behind an entry: facts, commands, and what is missing for production."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

from function.apis.infra_binding.endpoints.usage import Usage
from function.base.markdown import Markdown
from function.base.shell import Line


@dataclass(frozen=True)
class Step:
    """What an entry lacks for production, and what to do; entries with the same step are listed together."""

    topic: Literal["Security", "Availability", "Monitoring", "Alerting", "Scaling", "Recovery"]
    text: Markdown


@dataclass(frozen=True, kw_only=True)
class Endpoint:
    """A server, and how an entry uses it. Entries with the same service and address are described together."""

    service: str
    """The product, such as Kafka."""
    address: str = ""
    """What applications connect to: host:port, several of these with commas, or an address without credentials."""
    hidden: Markdown | None = None
    """Where the address is, if only a Secret or a variable has it."""
    runs: bool = False
    """Whether the binding runs the server: what the entry says about its data, and lacks, counts; what others say does
    not."""
    facts: Mapping[str, Markdown] = field(default_factory=dict)
    """What is true of the server, such as Protocol."""
    uses: Mapping[str, Markdown] = field(default_factory=dict)
    """What of the server the entry uses, such as Topic: a row of a table."""
    development: tuple[Line, ...] = ()
    """Commands on the machine of a developer; `reach` forwards the port."""
    health: tuple[Line, ...] = ()
    """Commands where the address of the server can be reached."""
    metrics: tuple[Markdown, ...] = ()
    """Where its metrics are, if the binding knows."""
    pool: Mapping[str, Markdown] = field(default_factory=dict)
    """Connections and concurrency of each client: a row of a table."""
    backup: tuple[Markdown, ...] = ()
    """What happens to the data if something fails."""
    recovery: tuple[Line, ...] = ()
    """Commands that save or restore the data."""
    usage: tuple[Usage, ...] = ()
    """The pods of the server, if the binding creates it."""
    steps: tuple[Step, ...] = ()
    """What it lacks for production."""
