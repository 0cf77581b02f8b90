"""The command line: thin commands that parse, call and print."""

from coach.cli.main import main

__all__ = ["main"]
