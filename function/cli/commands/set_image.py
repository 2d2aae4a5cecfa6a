"""Change the image of a claim in its file."""

from collections.abc import Sequence

import click

from function.base.problems import describe, shown
from function.base.suggestion import closest_match
from function.check import files, platform
from function.check.set_image import Target, targets, with_image
from function.cli import exit_code, options, rewrite
from function.cli.output import write


@click.command(short_help=__doc__)
@click.argument("paths", metavar="PATH...", nargs=-1, callback=options.named, shell_complete=options.any_path)
@click.argument("image", metavar="IMAGE")
@click.option("--name", metavar="NAME", help="Name of the claim, if the files contain several.")
@options.platform_config
@rewrite.modes
def command(
    paths: tuple[str, ...], image: str, name: str | None, platform_config: str | None, in_place: bool, check: bool
) -> int:
    """Set spec.image of one claim to IMAGE. Every other character of the file stays, comments and quotes included.

    Without --write, print the difference. Files and folders may contain other resources, which stay as they are.
    """
    if not paths:
        raise click.UsageError(describe("needs a PATH and an IMAGE", got=shown(image)))
    rewrite.one_mode(in_place=in_place, check=check)
    settings = platform.load(platform_config)
    discovered = files.discover(paths)
    for error in discovered.unreadable:
        raise error
    found: list[tuple[str, Target]] = []
    wrong = False
    for path in discovered.paths:
        claims, findings = targets(files.display_name(path), files.content(path), settings)
        found += [(path, claim) for claim in claims]
        wrong = wrong or bool(findings)
        for finding in findings:
            write(f"{finding}\n", err=True)
    if wrong:
        return exit_code.FINDINGS
    path, target = _only(found, name)
    return rewrite.finish([path], [with_image(target, image, settings)], in_place=in_place, check=check)


def _only(found: Sequence[tuple[str, Target]], name: str | None) -> tuple[str, Target]:
    """Return the only claim, or the only one of that name."""
    chosen = [(path, target) for path, target in found if name in (None, target.name)]
    if len(chosen) == 1:
        return chosen[0]
    if name is not None and not chosen:
        near = closest_match(name, [target.name for _, target in found])
        raise click.ClickException(f"no claim '{name}'" + (f"; did you mean '{near}'?" if near else ""))
    if not chosen:
        raise click.ClickException(describe("no claim with an image", hint="name the file that contains it"))
    if name is not None:
        places = ", ".join(dict.fromkeys(target.file.name for _, target in chosen))
        raise click.ClickException(
            describe(f"several claims '{name}'", got=places, hint="name the file of one of them")
        )
    names = ", ".join(dict.fromkeys(target.name for _, target in chosen))
    raise click.ClickException(describe("several claims", got=names, hint="choose one with --name"))
