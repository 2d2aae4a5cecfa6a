"""What is generated from the model of a suite: its JSON Schema for editors, and its reference page."""

import json

from function.base.manifest import Manifest
from function.platform.config import PlatformConfig
from function.publish.pages.reference import fields
from function.publish.schema.json_schema import json_schema
from function.publish.schema.model import read
from function.suites.model.suite import KIND, Suite

FILE = "suite.schema.json"


def schema() -> str:
    """Return the JSON Schema."""
    document: Manifest = {
        "$schema": "http://json-schema.org/draft-07/schema#",
        "title": KIND,
        **json_schema(read(Suite, PlatformConfig())),
    }
    return json.dumps(document, indent=2, ensure_ascii=False) + "\n"


def page() -> str:
    """Return the reference page in Markdown."""
    introduction = (
        "[Test your settings](../command-line.md#test-your-settings) describes how suites are written and run."
    )
    return f"# {KIND}\n\n{introduction}\n\n## Fields\n\n{fields(read(Suite, PlatformConfig()), KIND)}\n"
