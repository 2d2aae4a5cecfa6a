"""From models to schemas: the tree, structural schemas with CEL, JSON Schema."""
