"""Output formats of findings: each module defines one as FORMAT, and the format has the module's name."""

from collections.abc import Mapping

from function.base.discovery import discover
from function.cli.formats._format import Format

FORMATS: Mapping[str, Format] = {name: module.FORMAT for name, module in discover(__name__).items()}
"""The formats by name."""
