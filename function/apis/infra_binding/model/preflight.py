"""The model of the field `preflight`."""

from typing import Annotated

from pydantic import Field

from function.apis.infra_binding.l5 import Binding
from function.platform.preflight import CHECK


class Preflight(Binding):
    """What is checked in the binding's namespace once for each document, before its processes are started."""

    checks: Annotated[list[CHECK], Field(min_length=1, max_length=4)]
    """What to check: connectivity opens a connection to each address that applications use, schema_compatibility
    compares the formats of records with those in their schema registry. permissions and capacity log in as applications
    do, and ask what the login may do, and whether there is as much as the binding says."""
