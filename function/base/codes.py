"""The codes of all problems. Scripts match on them, so a code never gets another meaning."""

from function.base.binding_codes import BINDING_CODES
from function.base.cluster_codes import CLUSTER_CODES
from function.base.code import Code
from function.base.command_codes import COMMAND_CODES
from function.base.dapr_codes import DAPR_CODES
from function.base.import_codes import IMPORT_CODES
from function.base.network_codes import NETWORK_CODES
from function.base.outside_codes import OUTSIDE_CODES
from function.base.preflight_codes import PREFLIGHT_CODES
from function.base.settings_codes import SETTINGS_CODES, TAKEOVER_CODES
from function.base.tree_codes import TREE_CODES

PAGE = "docs/reference/codes.md"
"""The page that `function.publish.pages.codes` writes."""

TREE = "EP5"
"""The family of codes that only the comparison of documents finds."""
FAMILIES = {
    "EP0": "The file is not YAML that kubectl would accept.",
    "EP1": "A field is missing, unknown, or has an invalid value.",
    "EP2": "A rule between fields, a limit of Kubernetes, or a rule of the platform is broken.",
    "EP3": "The claim depends on its surroundings, or does not fit what exists.",
    "EP4": "An entry of an InfraBinding is wrong.",
    TREE: "Documents of one tree do not fit together. All of these are warnings.",
    "EP6": "What `platformctl` was told to check or to ignore does not exist, or a test of it fails.",
    "EP7": "What is installed on the cluster does not fit.",
    "EP8": "`platformctl import` found something that a claim cannot express, or expresses differently.",
    "EP9": "The function has a bug.",
}
"""What the codes that begin alike have in common."""

_RULE = "The message says which fields are related and how. Change one of them."
_PLATFORM = "Change the value, or ask the platform team to change the setting that the message names."
_EXISTING = "Follow the hint in the message. Nothing is applied or removed until this is resolved."

CODES = (
    Code("EP001", "The file is not YAML.", "The message says what is wrong in this line. Correct it."),
    Code("EP002", "The file is not text in UTF-8, or has control characters.", "Save the file as UTF-8 text."),
    Code("EP003", "A key occurs twice in an object. The last one wins.", "Remove one of them."),
    Code("EP004", "A key or value is not one that Kubernetes accepts.", "Put it in quotes, or correct it."),
    Code("EP005", "The file is too large, or its values are nested too deep.", "Split the file, or write aliases out."),
    Code("EP100", "The value is not valid, or the document has too many errors.", "Compare it with the API reference."),
    Code("EP101", "A required field is missing.", "Add the field. The API reference shows its type."),
    Code("EP102", "The field does not exist.", "Use the field that the message suggests, or remove this one."),
    Code(
        "EP103",
        "The value has the wrong type.",
        "Write it as the hint shows. A string that looks like a number needs quotes.",
    ),
    Code("EP104", "The value is not one of the allowed ones.", "Use one of the values in the message."),
    Code("EP105", "A number, text, or list is too small or too large.", "Stay within the bounds in the message."),
    Code("EP106", "The text does not have the required format.", "The message describes the format."),
    Code("EP110", "The apiVersion or kind is unknown.", "Use the apiVersion and kind in the message."),
    Code(
        "EP111",
        "A value in a request cannot be represented in JSON.",
        "Remove it, in the step of the pipeline that sets it.",
    ),
    Code("EP201", "A rule between fields is broken.", _RULE),
    Code(
        "EP210", "The name is too long, or is not a valid name of a Service or of a namespace.", "Choose another name."
    ),
    Code("EP211", "The name belongs to an object of Kubernetes.", "Choose another name."),
    Code(
        "EP220",
        "The image does not come from an allowed registry.",
        "Push it to an allowed registry, or ask the platform team.",
    ),
    Code("EP221", "A label that the platform requires is missing.", "Add the label to metadata.labels."),
    Code("EP222", "The number of replicas exceeds the platform's limit.", "Lower it, or ask the platform team."),
    Code("EP223", "The delivery does not fit the scope of the API.", "Change PlatformConfig.spec.delivery."),
    Code("EP224", "The platform does not allow the value.", _PLATFORM),
    Code("EP225", "An address points to the machine that uses it.", "Use the DNS name of a Service."),
    Code("EP226", "The time zone is not in the IANA time zone database.", "Use a name such as Europe/Berlin."),
    Code("EP227", "A range in a cron expression ends before it starts.", "Swap its ends, or write two ranges."),
    Code("EP228", "A trigger needs a request that the container does not have.", "Set the request in spec.resources."),
    Code("EP229", "A literal contains a credential in plaintext.", "Put it into a Secret, and map its key."),
    Code("EP302", "The claim has no namespace, so the kubectl context decides.", "Set metadata.namespace."),
    Code("EP310", "An object would be removed, and nothing in the spec explains it.", _EXISTING),
    Code("EP311", "An earlier composition created the object under another key.", _EXISTING),
    Code("EP312", "An object would change its kind.", _EXISTING),
    Code("EP313", "The Deployment has another selector, which cannot change.", _EXISTING),
    Code("EP314", "An object would be replaced by one with another name.", _EXISTING),
    Code("EP315", "An earlier step of the pipeline uses the same key.", _EXISTING),
    Code("EP316", "An object with this name exists and does not belong to the claim.", _EXISTING),
    Code("EP320", "The answer to Crossplane is too large.", "Split the resource, or shorten its longest fields."),
    Code("EP330", "A disruption budget blocks every node drain.", "Let at least one pod be unavailable."),
    Code("EP331", "A setting of the autoscaler is ignored while scaling is off.", "Remove it, or enable scaling."),
    Code("EP332", "A schedule asks for more than the maximum number of replicas.", "Raise spec.scaling.maxReplicas."),
    Code("EP333", "A literal looks like a secret.", "If it is one, put it into a Secret, and map its key."),
    Code("EP334", "The port is below 1024, and the service does not run as root.", "Use port 1024 or higher."),
    Code(
        "EP335", "The startup probe allows more time than the progress deadline.", "Raise the deadline, or remove it."
    ),
    Code("EP336", "A text refers to a variable that nothing defines.", "Define the variable earlier in spec.env."),
    Code("EP337", "A service that scales on a Kinesis stream never stops.", "Set spec.scaling.minReplicas to 1."),
    *BINDING_CODES,
    Code("EP401", "A reference to a secret is malformed.", "Write secret://name/key and nothing else."),
    Code(
        "EP402",
        "Variables have no value. The message lists all of them with their places.",
        "Set them where the message says, or write `${NAME:-default}`.",
    ),
    Code("EP403", "The text looks like a credential.", "Move it to a secret store, and write secret://name/key."),
    Code("EP404", "The binding extends another document.", "Merge the parent document into the binding."),
    Code("EP410", "A reference names no entry of spec.secrets.", "Correct the name, or add the entry."),
    Code("EP411", "The secret has no such key.", "Use one of the keys in the message, or add the key to the entry."),
    Code(
        "EP412", "Neither the entry nor the platform sets a required value.", "Set it here, or ask the platform team."
    ),
    Code("EP413", "Two entries bind the same thing.", "Bind it once, and use one logical name."),
    Code("EP414", "Fetching a secret would overwrite an existing Secret.", "Rename the entry."),
    Code("EP415", "The document of the binding is too large for the cluster to store.", "Split the binding."),
    Code(
        "EP416",
        "A Secret of the binding's own namespace is used as it is, so it cannot get another name or further keys.",
        "Remove the field.",
    ),
    Code(
        "EP417",
        "A warning: nothing creates a topic or user that the binding names, because no Kafka cluster is known.",
        "Create it yourself, or let `brokers` or `PlatformConfig.spec.kafka` name a cluster.",
    ),
    Code(
        "EP418",
        "A sink reports to a completion that the binding does not have.",
        "Add the entry to `spec.completions`, or correct the name.",
    ),
    Code(
        "EP419",
        "A process uses a checkpoint or a state backend that the binding does not have.",
        "Add the entry, or correct the name.",
    ),
    Code(
        "EP420",
        "The file does not contain exactly one L5 binding.",
        "Write one document with the sections of a binding.",
    ),
    Code("EP421", "A file that the binding extends cannot be used.", "Correct `extends`, or the file that it names."),
    Code("EP422", "The text contains `${` but no valid variable.", "Write `${NAME}` or `${NAME:-default}`."),
    Code("EP423", "The file uses a different .infra format.", "Convert it with `platformctl bindings import`."),
    Code("EP430", "The memory of a process is too small for Flink to start.", "Raise `task_memory` as the hint shows."),
    Code("EP431", "The values of a process and of `_defaults` contradict each other.", "Set both in the process."),
    Code("EP432", "A process could use several checkpoints or state backends.", "Set the name in the process."),
    Code("EP433", "The image has a version of Flink that is not supported.", "Use an image with another version."),
    Code("EP434", "A warning: a Flink job starts, but a setting may not do what its author expects.", "See its text."),
    Code("EP435", "A warning: the binding has 40 objects or more.", "Split the binding."),
    Code(
        "EP440",
        "The value looks like a secret, because its characters are random.",
        "Move it to a secret store, or say in `spec.not_secret` why it is not a secret.",
    ),
    Code("EP441", "An exception in `spec.not_secret` covers no value.", "Correct its path, or remove it."),
    Code("EP442", "A reference to a whole secret may mean several keys.", "Refer to one key as `secret://name/key`."),
    Code("EP443", "A key of a fetched Secret would be replaced.", "Give the template another name, or refer to keys."),
    Code(
        "EP444",
        "The path of a Vault secret suggests that its mount has several segments.",
        "Set `mount`, or remove `data` from the path.",
    ),
    Code(
        "EP450",
        "An alert is on a metric that nothing exports.",
        "Correct the name, export the metric, or add it to `application_metrics`.",
    ),
    Code("EP451", "The number of an alert does not fit the unit of its metric.", "Use a unit of the same kind."),
    Code(
        "EP452",
        "The credential of a receiver is not in a Secret.",
        "Use a secret of another provider than env.",
    ),
    *OUTSIDE_CODES,
    *PREFLIGHT_CODES,
    *SETTINGS_CODES,
    *DAPR_CODES,
    *TAKEOVER_CODES,
    *NETWORK_CODES,
    *TREE_CODES,
    *COMMAND_CODES,
    *CLUSTER_CODES,
    *IMPORT_CODES,
    Code("EP900", "The function has a bug.", "Report the number in the message to the platform team."),
)
"""All codes, sorted."""


def link(code: str) -> str:
    """Return where the reference explains a code, relative to the root of the project."""
    return f"{PAGE}#{code.lower()}"
