"""Settings of Kafka clients under their own names, such as `group.id`, whose values are texts."""

from collections.abc import Mapping

from function.base.manifest import Json


def texts(settings: Mapping[str, Json]) -> dict[str, Json]:
    """Return the settings that are not None, as Kafka's clients read them: true, not True."""
    return {name: _text(value) for name, value in settings.items() if value is not None}


def _text(value: Json) -> str:
    return str(value).lower() if isinstance(value, bool) else str(value)
