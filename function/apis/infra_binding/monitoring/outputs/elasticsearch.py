"""Logs in Elasticsearch."""

from typing import Annotated, Literal

from function.apis.infra_binding.monitoring.outputs._output import Output
from function.base.address_types import HttpUrl
from function.base.text import Text

IndexPattern = Annotated[
    str,
    Text(
        "^[-_.%{}+a-zA-Z0-9]+$",
        meaning="letters, digits, and any of - _ . % { } +",
        example="payments-logs-%{+YYYY.MM.dd}",
        max_length=255,
    ),
]


class Model(Output):
    """Logs in Elasticsearch."""

    type: Literal["elasticsearch"]
    endpoint: HttpUrl
    """Address of Elasticsearch."""
    index_pattern: IndexPattern | None = None
    """Name of the index, possibly with a date."""
