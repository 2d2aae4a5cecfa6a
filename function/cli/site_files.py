"""The files of the reference site: the generated pages, and the ones in `docs/assets/`."""

from collections.abc import Mapping
from importlib.resources import files

from function.check.platform import Platform
from function.site.site import site
from function.yaml.dump import dump

_SHOWN = "claims"
"""The scope whose shipped settings are in effect without a file; the pages describe both scopes."""


def site_files(settings: Platform) -> Mapping[str, bytes]:
    """Return the content of each file by its name."""
    assets = files(__package__).joinpath("docs", "assets")
    fixed = {asset.name: asset.read_bytes() for asset in assets.iterdir()}
    made = site(settings.config, settings.document or {}, dump)
    return dict(sorted({**fixed, **made}.items()))
