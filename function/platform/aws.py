"""The settings of PlatformConfig about secrets in AWS."""

from function.base.aws_types import Region, RoleArn
from function.base.model import Spec


class Aws(Spec):
    """Default settings for secrets in AWS."""

    region: Region | None = None
    """Region."""
    role: RoleArn | None = None
    """Role that is assumed. Default: only that of the ServiceAccount."""
