"""`python -m stratkit`: the same as `stratkit`."""

from stratkit.cli import main

main()
