"""What the claim shows in each observed state, as texts. `python -m tests.status.table` rewrites the files."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from function.base.manifest import Manifest
from function.base.outcome import Outcome
from function.yaml.dump import dump
from tests.status.states import STATES

GOLDEN = Path(__file__).parent / "golden"


def shown(outcome: Outcome) -> Manifest:
    """Return all that an outcome tells about a service."""
    status = {key: value for key, value in outcome.status.items() if key not in ("image", "endpoints")}
    return {
        "conditions": [
            {
                "type": condition.type,
                "status": condition.status,
                "reason": condition.reason,
                "message": condition.message,
            }
            for condition in outcome.conditions
        ],
        "status": status,
        "ready": {key: composed.ready for key, composed in outcome.resources.items()},
        "events": [f"{event.severity} {event.reason}" for event in outcome.events],
        "ttl": outcome.ttl_seconds,
        "requirements": sorted(outcome.requirements),
    }


def texts(names: Iterable[str] = STATES) -> Mapping[Path, str]:
    """Return the file of each state and its content."""
    return {GOLDEN / f"{name}.yaml": dump([shown(STATES[name].outcome())]) for name in names}


def write() -> None:
    """Rewrite all files; those of states that are gone go as well."""
    wanted = texts()
    for file in set(GOLDEN.glob("*.yaml")) - wanted.keys():
        file.unlink()
    for file, text in wanted.items():
        file.write_text(text)


if __name__ == "__main__":
    write()
