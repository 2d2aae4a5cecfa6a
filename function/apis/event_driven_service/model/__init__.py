"""What users write and what the status holds: the source of XRD, schema, CEL and reference page."""
