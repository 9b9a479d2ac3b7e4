"""Run a command and turn whatever ends it into an exit code.

0 fine, 1 problems in the user's input or a difference that was asked for, 2 wrong
usage, 3 the world failed (database, file system), 70 a defect of seedc.
"""

import gc
import sys
import traceback
from collections.abc import Sequence

from seedc.model.errors import UsageError, WorldError

USAGE, WORLD, DEFECT = 2, 3, 70
INTERRUPTED = 130


def main(arguments: Sequence[str] | None = None) -> int:
    """Run seedc with the given arguments, or those of the process."""
    try:
        return _command(arguments)
    except UsageError as error:
        _say(f"error: {error.message}", error.hint)
        return USAGE
    except WorldError as error:
        _say(f"error: {error.message}", error.hint)
        return WORLD
    except OSError as error:
        _say(f"error: {_describe(error)}")
        return WORLD
    except KeyboardInterrupt:
        _say("interrupted; nothing is half done")
        return INTERRUPTED
    except Exception:  # noqa: BLE001, whatever else arrives here is our own defect
        traceback.print_exc()
        _say(
            "error: this is a defect of seedc, not of your files",
            "please report it with the lines above",
        )
        return DEFECT


def run() -> None:
    """Run seedc as a process: the entry point of the installed command."""
    # A compile makes millions of values and no cycles; the collector would walk them
    # again and again, for a third of the time, and free nothing.
    gc.disable()
    sys.exit(main())


def _command(arguments: Sequence[str] | None) -> int:
    import click  # noqa: PLC0415, so that its failing import too is shown as a defect

    from seedc.cli.app import FINE, app  # noqa: PLC0415

    given = None if arguments is None else list(arguments)
    try:
        result = app.main(given, prog_name="seedc", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:
        return INTERRUPTED
    return result if isinstance(result, int) else FINE


def _describe(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{error.filename}: {reason}" if error.filename else reason


def _say(message: str, hint: str | None = None) -> None:
    sys.stderr.write(f"{message}\n")
    if hint:
        sys.stderr.write(f"help: {hint}\n")
