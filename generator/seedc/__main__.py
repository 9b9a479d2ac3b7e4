"""Run seedc as `python -m seedc`."""

from seedc.cli.main import run

run()
