"""The settings of PlatformConfig about what bindings may run with Terraform."""

from typing import Annotated

from pydantic import Field

from function.base.model import Spec
from function.base.text import Text
from function.platform.policy_streams import NamespaceOrAll

HOST = r"git::(https://|ssh://[a-z0-9]+@)[-.a-zA-Z0-9]+(:[0-9]+)?"
"""The beginning of an address of Git, up to the first slash of its path."""
SEGMENT = "[-_.~a-zA-Z0-9]+"
"""A part of a path. Percent signs would hide dots from whoever compares addresses."""

ModulePrefix = Annotated[
    str,
    Text(
        f"^{HOST}/({SEGMENT}/)*({SEGMENT}(//{SEGMENT}(/{SEGMENT})*)?)?$",
        meaning="a Git address without a ref, such as git::https://example.org/infra.git, or a beginning that ends "
        "with '/'",
        example="git::https://example.org/platform/",
        max_length=1024,
    ),
]
RefPattern = Annotated[
    str,
    Text(
        "^([_a-zA-Z0-9][-_./+a-zA-Z0-9]*[*]?|[*])$",
        meaning="a tag, branch, or commit, or a beginning that ends with '*'",
        example="v*",
        max_length=256,
    ),
]
StateSetting = Annotated[
    str,
    Text(
        "^[a-zA-Z_][-_.a-zA-Z0-9]*=[-_./:@a-zA-Z0-9]+$",
        meaning="name=value of backend_config, workspace=NAME, or a beginning of either that ends with '/'",
        example="key=payments/",
        max_length=1024,
    ),
]
States = Annotated[dict[NamespaceOrAll, Annotated[list[StateSetting], Field(max_length=64)]], Field(max_length=512)]


class TerraformPolicy(Spec):
    """Terraform modules of bindings. The provider runs their code with its credentials, even to read outputs."""

    modules: Annotated[list[ModulePrefix], Field(max_length=64)] = []
    """Modules that bindings may use: addresses, which allow all folders of their repository, or beginnings that end
    with '/'. Default: none."""
    refs: Annotated[list[RefPattern], Field(max_length=64)] = []
    """Tags, branches, and commits of these modules that bindings may use. What ends with '*' is a beginning. Whoever
    can create or move such a ref decides which code runs. Default: none."""
    states: States = {}
    """What bindings of a namespace may say about where their state is: entries of backend_config, and workspace=NAME;
    '*' stands for the namespaces that are not listed. What ends with '/' is a beginning. Default: nothing."""
    secrets: bool = False
    """Let bindings refer to secrets in variables of modules. Terraform may write their values into its state. Default:
    false."""
    apply: bool = False
    """Let bindings apply modules, and not only read their outputs. Default: false."""
