"""The targets by name."""

from collections.abc import Mapping

from tools.fuzz.targets import edits, requests, wire, yaml_files
from tools.fuzz.targets.target import Target

TARGETS: Mapping[str, Target] = {
    "requests": requests.TARGET,
    "wire": wire.TARGET,
    "yaml": yaml_files.TARGET,
    "edits": edits.TARGET,
}
