"""Answer an editor: findings, completions, descriptions, and corrections while you type."""

from importlib.metadata import version

import click

from function.base.codes import PAGE
from function.base.problems import describe
from function.cli import exit_code, options
from function.cli.variables import sources


@click.command(short_help=__doc__)
@options.platform_config
@options.env_file
@click.option(
    "--docs-url",
    metavar="URL",
    default="",
    help="Address of this project's documentation, for links from findings to their codes.",
)
def command(platform_config: str | None, env_file: str | None, docs_url: str) -> int:
    """Serve one editor over standard input and output, with the Language Server Protocol. Your editor starts it.

    A relative path of --platform-config is in the first folder that the editor opens. Claims, PlatformConfigs, and
    .infra files are recognized by their content, whatever their names. What a claim refers to, such as Secrets and
    InfraBindings, is looked up in the files of the workspace.
    """
    try:
        from function.cli.language_server.handlers import create  # noqa: PLC0415 - an optional dependency
    except ModuleNotFoundError as error:
        hint = "install platformctl with the extra lsp: pipx install '.[lsp]' in a clone, or 'FILE.whl[lsp]'"
        raise click.ClickException(describe(f"needs the Python package {error.name}", hint=hint)) from None
    address = docs_url.rstrip("/")
    codes = f"{address}/{PAGE}" if address else ""
    create(version("function-event-platform"), platform_config, codes, sources(env_file)).start_io()
    return exit_code.CLEAN
