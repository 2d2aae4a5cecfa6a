"""Sites, and what a browser reads in their pages."""

from collections.abc import Mapping
from html.parser import HTMLParser
from json import loads
from typing import Any

from function.base.manifest import Manifest
from function.platform.config import PlatformConfig
from function.site.site import site
from function.yaml.dump import dump
from tests.documents import platform

VOID = {"meta", "link", "input"}
OWN = platform(
    group="apis.example.org",
    names={
        "EventDrivenService": {"kind": "Worker", "plural": "workers", "shortName": "wk"},
        "InfraBinding": {"kind": "Binding", "plural": "bindings", "shortName": "bd"},
    },
    sizes={"xs": {"requests": {"cpu": "50m"}}, "xl": {"requests": {"cpu": "4"}, "limits": {"memory": "8Gi"}}},
    defaultSize="xs",
    images={"allowedRegistries": ["ghcr.io/example"]},
)


class Parsed(HTMLParser):
    """A page: its elements with their attributes, its texts, and what is not well-formed."""

    def __init__(self, page: bytes) -> None:
        super().__init__()
        self.elements: list[tuple[str, dict[str, str]]] = []
        self.texts: list[str] = []
        self.wrong: list[str] = []
        self._open: list[str] = []
        self.feed(page.decode())
        self.close()
        self.wrong += self._open

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if len({name for name, _ in attrs}) < len(attrs):
            self.wrong.append(f"an attribute of {tag} occurs twice")
        self.elements.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in VOID:
            self._open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if not self._open or self._open.pop() != tag:
            self.wrong.append(f"</{tag}>")

    def handle_data(self, data: str) -> None:
        self.texts.append(data)

    def values(self, name: str) -> list[str]:
        """Return the values of an attribute, in the order of the page."""
        return [attributes[name] for _, attributes in self.elements if name in attributes]

    @property
    def text(self) -> str:
        """Return all texts."""
        return "".join(self.texts)


def made(document: Manifest | None = None) -> Mapping[str, bytes]:
    """Return the site of a platform, or that of the built-in settings."""
    spec: Any = (document or {}).get("spec", {})
    return site(PlatformConfig.model_validate(spec), document or {}, dump)


def entries(files: Mapping[str, bytes]) -> list[list[str]]:
    """Return what the search of a site finds."""
    script = files["search-index.js"].decode()
    found: list[list[str]] = loads(script.partition("REFERENCE = ")[2].rstrip().removesuffix(";"))
    return found
