"""The language server: a shell around `function.editor` that speaks the protocol of editors and reads the workspace."""
