"""Count the words."""

import click


@click.command(short_help=__doc__)
@click.argument("words", nargs=-1)
def command(words: tuple[str, ...]) -> None:
    """Count words."""
    click.echo(len(words))
