"""Run seedc as `python -m seedc`."""

import sys

from seedc.cli.main import main

sys.exit(main())
