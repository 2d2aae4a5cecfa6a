"""Write the XRDs, Compositions, and schemas of your own group, kinds, and sizes."""

import click

from function.apis.registry import named_apis
from function.check import platform
from function.cli import exit_code, options
from function.cli.output import write
from function.cli.save import put_all
from function.publish.argocd_health import HEALTH
from function.publish.own import schema_files
from function.suites import schema as suites
from function.yaml.dump import dump


@click.command(short_help=__doc__)
@options.platform_config
@options.written("folder", "Folder to write the files to.", required=True)
def command(platform_config: str | None, folder: str) -> int:
    """Write XRDs, Compositions, schemas, examples, and files for Argo CD and Flux, and the schema of suites.

    They have the group, the names of kinds, and the sizes of the PlatformConfig. Existing files are replaced.
    """
    settings = platform.load(platform_config)
    files = schema_files(named_apis(settings.config).values(), settings.config, settings.document or {}, HEALTH, dump)
    files = {**files, suites.FILE: suites.schema()}
    put_all(folder, {name: text.encode() for name, text in files.items()})
    write("".join(f"{name}\n" for name in files))
    return exit_code.CLEAN
