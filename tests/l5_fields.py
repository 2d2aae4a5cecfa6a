"""What the L5 specification says of where processes run."""

DEPLOYMENT = {
    "kubernetes": [
        *("namespace", "service_account", "image.repository", "image.tag", "image.pull_policy", "image.pull_secrets[]"),
        *(
            "job_manager.replicas",
            "job_manager.resources.cpu",
            "task_manager.replicas",
            "task_manager.resources.memory",
        ),
        *("pod_template.annotations{}", "pod_template.node_selector{}", "pod_template.tolerations[].key"),
        *("pod_template.metadata.labels{}", "pod_template.metadata.annotations{}", "pod_template.spec.node_selector{}"),
        *("pod_template.spec.security_context.run_as_user", "pod_template.spec.volumes[].config_map.name"),
        *("pod_template.spec.volume_mounts[].mount_path", "ha.enabled", "ingress.host", "service.type", "mode"),
        *("scaling.min_replicas", "scaling.max_replicas", "scaling.metrics[](cpu).target_utilization"),
        *("scaling.metrics[](kafka_lag).target_value", "savepoint.restore.path", "savepoint.periodic.interval"),
        *("strategy.type", "strategy.hooks.pre_upgrade[].action", "ci_cd{}"),
    ],
    "yarn": [
        *("queue", "application_master.memory", "application_master.vcores", "container.memory", "container.vcores"),
        *("container.count", "application.name", "application.type", "application.tags[]", "yarn.resource_manager"),
        *("yarn_settings.ship_files[]", "yarn_settings.provided_lib_dirs[]", "kerberos.principal", "kerberos.keytab"),
        *("resource.dynamic.max_containers", "mode", "session.slots_per_task_manager", "per_job.detached", "ci_cd{}"),
    ],
    "standalone": [
        *("cluster.job_manager.host", "cluster.job_manager.port", "cluster.task_managers[].slots", "ha.storage_dir"),
        *("ha.zookeeper.quorum", "ha.zookeeper.root_path", "security.ssl.internal.keystore", "ci_cd{}"),
    ],
}
"""The fields that L5 has for each target of a deployment."""
