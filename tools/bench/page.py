"""docs/performance.md: how it was measured, and the figures."""

import textwrap

from tools.bench import tables
from tools.bench.case import Case
from tools.bench.results import Results
from tools.bench.rounds import SECONDS
from tools.bench.servers import OURS
from tools.bench.stages import compare

_PAGE = """# Performance

`make bench` writes this page. It compares the function with function-patch-and-transform, and with a function on the Go
SDK that does nothing, on the same work, in one run. `make bench QUICK=1` takes a minute, does not need Go, and compares
the stages of a call with those in `docs/performance/stages.json`.

## Targets

Ratios compare figures of the same round. The median counts; quartiles are in parentheses.

{targets}

[Decision 0035](decisions/0035-one-process.md) says what bounds the targets that are not met.

## Method

- **Work.** A composite becomes four provider-kubernetes Objects: ServiceAccount, Deployment, Service, and ScaledObject.
  function-patch-and-transform needs {patches} patches for it (`tools/bench/patch-and-transform.yaml`). Before anything
  is measured, its Objects and their readiness are compared with ours; they must be equal. Ours also validates the
  claim, applies the policy, and reports status and conditions. Nothing remembers answers or composed resources.
- **Requests** are like those of Crossplane: composites with managedFields, status, and conditions; Objects with
  managedFields and with the live object, which has managedFields as well; a context, a tag, and all capabilities; maps
  in random order, several orders of each request. Each function observes what it asked for itself. The empty functions
  get our requests.
- **Load.** Each caller sends its next request once it has the response. All callers share one connection. The load
  generator (`tools/load`) sends and receives bytes; it needs {client} CPU seconds for 1,000 calls of 100 services.
- **Ours** is installed as its image contains it: without packages for development, and compiled.
- **Rounds.** All functions run at once. Every row is measured once in each round, in random order, for
  {seconds} seconds after a warm-up. Rounds: {rounds}.
- **CPU** is the time of all threads of the function's process, in nanoseconds from the scheduler.
{machine}
{versions}
- **Spread.** The quartiles of CPU are {width} % of the median apart in the worst row. Above 20 %, measure again on a
  quieter machine.

## One caller

{one}

## 16 callers

{many}

## One caller, with mutual TLS

{one_tls}

## 16 callers, with mutual TLS

{many_tls}

## Stages of a call

Microseconds of CPU in one process, without gRPC: the best of many batches. The share of each stage is from a sample of
the stack every millisecond. A stage is a layer of the code: it reads the request, validates it, composes manifests,
judges what is observed, or writes the response. "Before" is the version without lazy decoding
(`docs/performance/before.json`), scaled to this machine by a calibration that both records contain.

{stages}

## Memory and start

Memory is the resident set. The load is 100 services from 16 callers.

{memory}

{commands}

{imports}
"""


def page(found: Results) -> str:
    """Return the page."""
    machine, versions = found.machine
    begin, end = map(tables.number, found.load_average)
    client = found.spread(Case("services", OURS), lambda cost: cost.client / cost.calls * 1000)
    return _PAGE.format(
        targets=tables.targets(found),
        patches=found.patches,
        client=tables.number(client.median),
        rounds=found.rounds,
        seconds=SECONDS,
        machine=_point(f"**Machine.** {machine}. Load average {begin} at the start and {end} at the end."),
        versions=_point(f"**Versions.** {versions}."),
        width=f"{found.width * 100:.0f}",
        one=tables.costs(found, callers=1, tls=False),
        many=tables.costs(found, callers=16, tls=False),
        one_tls=tables.costs(found, callers=1, tls=True),
        many_tls=tables.costs(found, callers=16, tls=True),
        stages="\n".join(compare.table(found.before, found.stages, "before")),
        memory=tables.memory(found),
        commands=tables.commands(found),
        imports=tables.imports(found),
    )


def _point(text: str) -> str:
    """Return an entry of a list, in lines that are not too long."""
    return textwrap.fill(f"- {text}", 119, subsequent_indent="  ", break_on_hyphens=False)
