"""What a sidecar of Dapr needs of Kubernetes: nothing.

By default, a sidecar opens the secret store of Kubernetes when it starts. In a pod without a token, it ends with an
error then, and in a pod with one, its application could read Secrets through it. The secrets of components come from
Dapr's operator.
"""

WITHOUT_TOKEN = {"dapr.io/disable-builtin-k8s-secret-store": "true"}
"""The annotation that switches this store off."""
