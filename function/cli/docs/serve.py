"""Serve the reference of your platform on this machine."""

import click

from function.base.problems import describe
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.site_files import site_files
from function.cli.site_server import HOST, site_server


@click.command(short_help=__doc__)
@options.platform_config
@click.option(
    "--port",
    type=click.IntRange(0, 65535),
    metavar="PORT",
    default=8093,
    show_default=True,
    help="Port to listen on; 0 selects a free one.",
)
def command(platform_config: str | None, port: int) -> int:
    """Serve the reference of your platform to browsers on this machine, until Ctrl-C.

    Nothing is written to a folder. Other machines cannot reach it; publish what platformctl docs build writes for them.
    """
    made = site_files(platform.load(platform_config))
    try:
        server = site_server(made, port)
    except OSError as error:
        reason = (error.strerror or type(error).__name__).lower()
        raise click.ClickException(describe(f"cannot listen on {HOST}:{port}: {reason}", hint="use --port")) from None
    with server:
        write(f"Open http://{HOST}:{server.server_port}/ in a browser. Ctrl-C ends it.\n")
        try:
            server.serve_forever()
        except KeyboardInterrupt:
            write("\n", err=True)
    return exit_code.CLEAN
