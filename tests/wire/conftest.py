from hypothesis import settings

# a deadline for single examples would make the speed of the machine part of the verdict
settings.register_profile("any machine", deadline=None)
settings.load_profile("any machine")
