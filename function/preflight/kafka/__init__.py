"""The few requests of Kafka's protocol that a preflight needs. None of them changes anything."""
