"""Topics of Kafka, whatever section they are bound in."""
