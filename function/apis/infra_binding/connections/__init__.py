"""The document about connections and endpoints of a binding, for people: one module for each section."""
