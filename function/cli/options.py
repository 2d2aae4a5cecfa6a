"""Options that several commands share."""

import click

platform_config = click.option(
    "--platform-config", metavar="FILE", help="The platform team's PlatformConfig. Default: built-in settings."
)
