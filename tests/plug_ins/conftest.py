collect_ignore = ["samples"]  # which run in the copy that they are added to
