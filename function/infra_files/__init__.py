"""Files of L5 infrastructure bindings (`.infra`): read, merged with the files that they extend, and checked.

Nothing here opens a file: a function that reads is passed in.
"""
