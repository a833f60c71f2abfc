"""The editor's desk: tools for people who keep fact sheets by hand, each a module that returns data and prints nothing.

Fact sheets, registers or their problems come in; new or changed files, comparisons and reports for other tools go out.
"""
