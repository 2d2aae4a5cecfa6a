"""The fields that the L5 specification says an entry of each type has."""

STREAMS = {
    "kafka": [
        *("topic", "brokers", "partitions", "replication", "retention_ms", "direction", "properties{}"),
        *("consumer.group_id", "consumer.auto_offset_reset", "consumer.max_poll_records", "consumer.isolation_level"),
        *("consumer.fetch_min_bytes", "consumer.fetch_max_wait", "producer.acks", "producer.idempotence"),
        *("producer.retries", "producer.batch_size", "producer.linger_ms", "producer.buffer_memory"),
        *("producer.compression", "schema_registry.url", "schema_registry.basic_auth", "serialization.key_format"),
        *("serialization.value_format", "serialization.avro.schema_registry_url", "error_handling.action"),
        *("serialization.avro.subject_name_strategy", "serialization.avro.auto_register"),
        *("serialization.protobuf.message_class", "serialization.protobuf.include_schema"),
        *("error_handling.deserialization.action", "error_handling.deserialization.dlq_topic"),
        *("error_handling.connectivity.retry_attempts", "error_handling.connectivity.fail_after"),
    ],
    "kinesis": [
        *(
            "stream",
            "region",
            "shard_count",
            "retention_hours",
            "encryption",
            "kms_key_id",
            "direction",
            "properties{}",
        ),
        *("consumer.type", "consumer.consumer_name", "consumer.starting_position", "producer.aggregation"),
        *("producer.max_connections", "producer.record_max_buffered_time", "producer.collection_max_count"),
        *("credentials.type", "credentials.role_arn", "credentials.session_name"),
    ],
    "pulsar": [
        *("topic", "service_url", "admin_url", "partitions", "retention_time", "retention_size", "direction"),
        *("consumer.subscription_name", "consumer.subscription_type", "consumer.receiver_queue_size", "properties{}"),
        *("consumer.acknowledgment_timeout", "consumer.negative_ack_redelivery_delay"),
        *("consumer.dead_letter_policy.max_redeliver_count", "consumer.dead_letter_policy.dead_letter_topic"),
        *("producer.batching_enabled", "producer.batching_max_messages", "producer.batching_max_publish_delay"),
        *("producer.compression", "producer.send_timeout", "auth.type", "auth.token"),
        *("tls.enabled", "tls.trust_cert_path", "tls.allow_insecure"),
    ],
    "mongodb_sink": [
        *("uri", "database", "collection", "direction", "properties{}", "completion.enabled", "completion.target"),
        *("completion.id_field", "completion.write_concern"),
    ],
}
DEAD_LETTERS = {
    "kafka": ["topic", "brokers", "partitions", "replication", "include_metadata", "properties{}"],
    "s3": ["bucket", "prefix", "region", "format", "partition_by", "include_metadata"],
    "mongodb": ["uri", "database", "collection", "include_metadata"],
}
COMPLETIONS = {
    "kafka": [
        *("topic", "brokers", "partitions", "replication", "retention_ms", "producer.key_field", "producer.acks"),
        *("producer.idempotence", "producer.compression", "serialization.value_format"),
        *("serialization.schema_registry_url", "callback.trigger", "callback.timeout", "callback.retry.attempts"),
        *("callback.retry.backoff", "callback.retry.initial_delay", "callback.retry.max_delay"),
        "callback.include_sink_response",
    ],
}
_BEHAVIOR = [
    *("interval", "min_pause", "checkpoint.interval", "checkpoint.min_pause", "checkpoint.timeout", "checkpoint.mode"),
    *("checkpoint.max_concurrent", "checkpoint.alignment.type", "checkpoint.alignment.timeout"),
    *("checkpoint.incremental", "savepoint.directory", "retention.max_checkpoints", "retention.externalized"),
    *("recovery.restart.strategy", "recovery.restart.initial_delay", "recovery.restart.max_delay"),
    "recovery.restart.max_attempts",
]
CHECKPOINTS = {
    "s3": [
        *("bucket", "prefix", "region", "s3.endpoint", "s3.path_style_access", "auth.type", "auth.role_arn"),
        *_BEHAVIOR,
    ],
    "hdfs": ["path", "replication", "hdfs.replication", "hdfs.config_path", "kerberos.principal", *_BEHAVIOR],
    "gcs": ["bucket", "prefix", *_BEHAVIOR],
    "filesystem": ["path", *_BEHAVIOR],
}
STATE_BACKENDS = {
    "rocksdb": [
        *("incremental", "local_directories[]", "memory.managed", "memory.per_slot", "timer_service.type"),
        *("options.block_cache_size", "options.write_buffer_size", "options.max_write_buffer_number"),
        *("options.min_write_buffer_number_to_merge", "options.level_compaction_dynamic_level_bytes"),
        *("options.max_background_compactions", "options.max_background_flushes", "options.compression"),
        *("options.bloom_filter_bits_per_key", "options.bloom_filter_block_based"),
    ],
    "hashmap": ["async_snapshots"],
}
RESOURCES = [
    *("parallelism", "max_parallelism", "task_memory", "task_cpu", "managed_memory", "network_memory"),
    "max_checkpoints",
]
CACHED = ("cache.enabled", "cache.ttl", "cache.max_size", "cache.eviction", "async.enabled", "async.capacity")
LOGIN = ("auth.username", "auth.password")
LOOKUPS = {
    "mongodb": [
        *("uri", "database", "collection", "read_preference", "read.preference", "read.concern", "read.max_staleness"),
        *("max_pool_size", "connection.max_pool_size", "connection.min_pool_size", "connection.max_idle_time"),
        *("connection.connect_timeout", "connection.socket_timeout", "connection.server_selection_timeout"),
        *("write.concern", "write.journal", "write.wtimeout", "auth.mechanism", "auth.source", "tls.enabled"),
        *("tls.ca_file", "tls.allow_invalid_certificates", "lookup.key_field", "lookup.projection[]", "lookup.hint"),
        *LOGIN,
        *CACHED,
    ],
    "redis": [
        *("uri", "database", "key_pattern", "lookup.key_pattern", "cluster_mode", "cluster.enabled", "pool_size"),
        *("cluster.max_redirects", "cluster.nodes[]", "connection.pool_size", "connection.min_idle"),
        *("connection.connect_timeout", "connection.socket_timeout", "connection.max_retries"),
        *("sentinel.master_name", "sentinel.nodes[]", "tls.enabled", "tls.cert_file", "tls.key_file", "tls.ca_file"),
        *("lookup.type", "lookup.hash_field", "lookup.ttl_field", "lookup.fetch_all", "lookup.range_type"),
        *("lookup.min_score", "lookup.max_score", "lookup.limit", "serialization.format", "serialization.compression"),
        *LOGIN,
        *CACHED,
    ],
    "postgresql": [
        *("jdbc_url", "schema", "table", "pool_size", "pool.size", "pool.min_idle", "pool.max_lifetime"),
        *("pool.idle_timeout", "pool.connection_timeout", "query.sql", "query.key_column", "query.key_columns[]"),
        *("query.select_columns[]", "read.fetch_size", "read.read_only", "read.isolation_level", "ssl.mode"),
        *("ssl.root_cert", "ssl.client_cert", "ssl.client_key", "cache.refresh_strategy"),
        *LOGIN,
        *CACHED,
    ],
    "cassandra": [
        *("contact_points[]", "datacenter", "keyspace", "table", "query.partition_key", "query.clustering_keys[]"),
        *("query.select_columns[]", "query.limit", "connection.pool_size", "connection.max_requests_per_connection"),
        *("load_balancing.policy", "load_balancing.local_datacenter", "load_balancing.shuffle_replicas"),
        *("consistency.read", "consistency.serial", "consistency_level"),
        *LOGIN,
        *CACHED,
    ],
    "elasticsearch": [
        *("hosts[]", "index", "query.type", "query.field", "query.template", "connection.connect_timeout"),
        *("connection.socket_timeout", "connection.max_retry_timeout", "auth.type", "auth.api_key", "ssl.enabled"),
        *("ssl.ca_path", "ssl.verify_hostname", "username", "password"),
        *LOGIN,
        *CACHED,
    ],
}
SECRETS = {
    "vault": ["path", "keys[]", "vault.address", "vault.namespace", "auth.role"],
    "aws_secrets_manager": ["secret_id", "region", "auth.role"],
    "kubernetes": ["namespace", "secret_name", "key"],
    "env": ["variables[].name"],
}
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
L5 = {
    "streams": STREAMS,
    "lookups": LOOKUPS,
    "dead_letters": DEAD_LETTERS,
    "completions": COMPLETIONS,
    "checkpoints": CHECKPOINTS,
    "state_backends": STATE_BACKENDS,
    "secrets": SECRETS,
}
"""The types and fields of L5 by section, for the sections that are complete."""
