"""There is a document for people if there is room for it, and it never takes the room of what applications read."""

from dataclasses import replace

import pytest

from function.apis.infra_binding.connections.markdown import markdown
from function.apis.infra_binding.connections.stored import FILE, stored
from function.apis.infra_binding.document_size import CONFIG_MAP_MAX, STORED_MAX, too_large
from function.apis.infra_binding.resolve import Resolved
from tests.bindings import resolved, topic


def filled(size: int, delivery: str = "direct") -> Resolved:
    """Return a binding whose own document has this size, in bytes of plain text."""
    binding = resolved(streams={"orders": topic()})
    config = binding.config.model_copy(update={"delivery": delivery})
    return replace(binding, document={"binding.yaml": "x" * size}, config=config)


def test_it_is_one_of_the_files_in_order() -> None:
    binding = resolved(streams={"orders": topic()})
    found = stored(binding)
    assert found == {**binding.document, FILE: markdown(binding)}
    assert list(found) == sorted(found)


@pytest.mark.parametrize(
    ("size", "delivery"), [(CONFIG_MAP_MAX - 1000, "direct"), ((STORED_MAX - 32 * 1024) // 2 - 1000, "object")]
)
def test_without_room_it_says_where_to_get_it(size: int, delivery: str) -> None:
    binding = filled(size, delivery)
    found = stored(binding)
    assert "`platformctl bindings docs` prints it" in found[FILE]
    assert f"{len(markdown(binding).encode())} bytes" in found[FILE]
    assert too_large(found, binding.config) is None


@pytest.mark.parametrize("size", [CONFIG_MAP_MAX - 10, CONFIG_MAP_MAX, CONFIG_MAP_MAX + 10])
def test_without_any_room_it_is_left_out(size: int) -> None:
    binding = filled(size)
    assert stored(binding) == binding.document
