"""`python -m pipeline` is the command `tradeclaims`."""

from pipeline.cli import main

main()
