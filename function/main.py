"""The command `function`: starts the server. Flags and variables are those of Crossplane's function SDKs.

With `preflight` as its first argument, it runs the checks of a Job instead.
"""

import asyncio
import gc
import os
import sys
from functools import partial
from importlib.metadata import version as installed_version

import click

# gRPC reads it while it is imported; its lines are no JSON, and what fails reaches us as an exception anyway
os.environ["GRPC_VERBOSITY"] = os.environ.get("GRPC_VERBOSITY", "NONE")
# or the first call looks for plug-ins of pydantic in every installed package
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")

from function import fn
from function.base.preflight import COMMAND
from function.base.printable import printable
from function.server import StartError, credentials, log
from function.server.serve import Listener, serve

_PACKAGE = "function-event-platform"
_MEGABYTE = 1024 * 1024
_STDERR = 2
_SIZE = click.IntRange(1, 2047)  # gRPC counts bytes in 32 bits


@click.command()
@click.option("-d", "--debug", is_flag=True, envvar="DEBUG", help="Emit debug logs: one line for each call.")
@click.option(
    "--insecure",
    is_flag=True,
    envvar="INSECURE",
    help="Serve without TLS; --tls-server-certs-dir is then ignored.",
)
@click.option(
    "--address",
    default="0.0.0.0:9443",
    show_default=True,
    envvar="ADDRESS",
    help="Where to listen for gRPC calls; port 0 lets the system choose.",
)
@click.option(
    "--tls-server-certs-dir",
    "--tls-certs-dir",
    "certificates",
    envvar="TLS_SERVER_CERTS_DIR",
    help="Folder with tls.crt, tls.key and ca.crt; clients need a certificate of that CA.",
)
@click.option(
    "--max-recv-message-size",
    "--max-grpc-message-size",
    "receive",
    type=_SIZE,
    default=4,
    show_default=True,
    envvar=["MAX_RECV_MESSAGE_SIZE", "MAX_GRPC_MESSAGE_SIZE"],
    help="Largest request in MB.",
)
@click.option(
    "--max-send-message-size",
    "send",
    type=_SIZE,
    envvar="MAX_SEND_MESSAGE_SIZE",
    help="Largest response in MB; as --max-recv-message-size unless given.",
)
@click.version_option(package_name=_PACKAGE, prog_name="function", message="%(prog)s %(version)s")
def command(
    *, debug: bool, insecure: bool, address: str, certificates: str | None, receive: int, send: int | None
) -> None:
    """Serve the composition function that Crossplane calls."""
    if not insecure and certificates is None:
        raise StartError("neither --tls-server-certs-dir nor --insecure is given. choose how to serve")
    lines = log.configure(debug=debug)
    try:
        listener = Listener(
            address=address,
            credentials=None if insecure or certificates is None else credentials.load(certificates),
            receive_bytes=receive * _MEGABYTE,
            send_bytes=(send or receive) * _MEGABYTE,
            version=installed_version(_PACKAGE),
        )
        gc.freeze()  # or a collection during the first call looks through all that was imported
        asyncio.run(serve(partial(fn.answer, send_bytes=listener.send_bytes), listener))
    finally:
        lines.close()


def main() -> None:
    """Run the command; prints startup errors as one line on stderr, and exits with 2 for usage errors, 1 for others."""
    _open_standard_streams()
    if sys.argv[1:2] == [COMMAND]:
        from function.preflight.run import run  # noqa: PLC0415 - only a Job asks for it, and no server has its code

        sys.exit(run(sys.argv[2:]))
    try:
        command(standalone_mode=False)
    except click.ClickException as error:
        _fail(error.format_message(), error.exit_code)
    except StartError as error:
        _fail(str(error), 1)


def _open_standard_streams() -> None:
    """Open what was closed at start, on nothing: else the first connection would be written to as if it were stderr."""
    while (descriptor := os.open(os.devnull, os.O_RDWR)) <= _STDERR:
        pass
    os.close(descriptor)


def _fail(message: str, exit_code: int) -> None:
    click.echo(printable(f"function: {message}"), err=True)
    sys.exit(exit_code)


if __name__ == "__main__":
    main()
