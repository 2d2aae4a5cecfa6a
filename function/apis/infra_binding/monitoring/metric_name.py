"""Names of metrics, as Prometheus spells them."""

from typing import Annotated

from function.base.text import Text

METRIC = "[a-zA-Z_:][a-zA-Z0-9_:]*"
"""The pattern of a name."""

MetricName = Annotated[
    str,
    Text(
        f"^{METRIC}$",
        meaning="letters, digits, '_' and ':', not starting with a digit",
        example="error_rate_per_minute",
        max_length=128,
    ),
]
