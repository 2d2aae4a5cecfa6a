"""What a preflight asks after a login: one module for each platform, found by its name in the plan.

Each has `asked`, which takes the question, its credentials, and a function that connects to an address that was judged.
"""
