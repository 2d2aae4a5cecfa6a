"""The codes of problems with what a binding takes from outside its entries, and with where it places processes."""

from function.base.code import Code

OUTSIDE_CODES = (
    Code(
        "EP460",
        "An object that contains values of variables does not exist.",
        "Create it, or ask the platform team to remove it from PlatformConfig.",
    ),
    Code(
        "EP461",
        "The value of a variable contains another variable. Values are not searched again.",
        "Use the other variable directly, or write its value.",
    ),
    Code(
        "EP462", "A process uses a logical name without an entry.", "Add the entry to its section, or correct the name."
    ),
    Code("EP463", "A process uses a stream against its direction.", "Change the direction of the stream, or the use."),
    Code(
        "EP464",
        "Terraform cannot take a variable of the infrastructure by this name.",
        "Choose another name, or set the field that has this name.",
    ),
    Code(
        "EP465",
        "The file of variables is for Terraform, and the infrastructure has another provider.",
        "Set `infrastructure.provider` to terraform, if Terraform provisions it.",
    ),
    Code(
        "EP466",
        "The Terraform module does not have an output that the binding names, or hides it because it is sensitive.",
        "Correct the name in `infrastructure.outputs`, or change the outputs of the module.",
    ),
    Code(
        "EP467",
        "Crossplane's provider for Terraform cannot run the module at this address, or not always the same one.",
        "Use a Git address, and a tag or commit as `module_version`.",
    ),
    Code(
        "EP468",
        "A Workspace cannot take a secret from here.",
        "Refer to it from an entry of `infrastructure.metadata.variables`.",
    ),
    Code(
        "EP469",
        "The secret of a variable of Terraform is not in a Secret.",
        "Use a secret of another provider than env.",
    ),
    Code(
        "EP470",
        "A task manager or job manager of `deployment` is too small for what runs in it.",
        "Raise its amounts, or lower those of the process.",
    ),
    Code(
        "EP471",
        "A job is to go on when its job manager fails, and there is no place for what job managers know.",
        "Set `deployment.ha.storage_dir`, or add an entry to `spec.checkpoints`.",
    ),
    Code(
        "EP472",
        "A job cannot store or read a savepoint as the binding says.",
        "Set `deployment.savepoint.directory`, or use a binding for each process.",
    ),
    Code(
        "EP473",
        "A job starts outside the bounds of its autoscaler.",
        "Set `parallelism` within the bounds, or change `deployment.scaling`.",
    ),
)
"""Part of CODES, sorted."""
