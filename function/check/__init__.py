"""From files to findings: load, judge, locate. Used by the command line, the tools and the tests."""
