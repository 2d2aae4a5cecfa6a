"""A service that takes values from a binding, and the binding."""

BINDING = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: InfraBinding
metadata: {name: payments, namespace: pay}
spec:
  version: "1.0"
  environment: test
  streams:
    orders: {type: kafka, topic: orders.v1, brokers: "broker:9092", consumer: {group_id: billing}}
"""
SERVICE = """\
apiVersion: platform.bizmatters.io/v1alpha1
kind: EventDrivenService
metadata: {name: billing, namespace: pay}
spec:
  image: ghcr.io/acme/billing:v1
  bindingRef:
    name: payments
    env:
      - {name: TOPIC, stream: orders, field: topic}
    trigger: {stream: orders}
"""
