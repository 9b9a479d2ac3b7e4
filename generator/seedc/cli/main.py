"""Run a command and turn whatever ends it into an exit code.

0 fine, 1 problems in the user's input or a difference that was asked for, 2 wrong
usage, 3 the world failed (database, file system), 70 a defect of seedc.
"""

import atexit
import gc
import os
import signal
import sys
import traceback
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper
from pathlib import Path
from typing import NoReturn

from seedc.cli.exit_code import DEFECT, FINE, USAGE, WORLD
from seedc.diagnostics.visible import visible
from seedc.model.errors import UsageError, WorldError


def main(arguments: Sequence[str] | None = None) -> int:
    """Run seedc with the given arguments, or those of the process."""
    try:
        code = _command(arguments)
        sys.stdout.flush()  # a full disk shows here
    except UsageError as error:
        _say(f"error: {error.message}", error.hint)
        return USAGE
    except WorldError as error:
        _say(f"error: {error.message}", error.hint)
        return WORLD
    except OSError as error:
        _say(f"error: {_describe(error)}")
        return WORLD
    except MemoryError:
        _say("error: there is not enough memory for files of this size")
        return WORLD
    except Exception:  # noqa: BLE001, whatever else arrives here is our own defect
        _say(traceback.format_exc())
        _say(
            "error: this is a defect of seedc, not of your files",
            "please report it with the lines above",
        )
        return DEFECT
    return code


def run() -> NoReturn:
    """Run seedc as a process: the entry point of the installed command."""
    # A compile makes millions of values and no cycles; the collector would walk them
    # again and again, for a third of the time, and free nothing.
    gc.disable()
    _die_at_once()
    _show_any_character()
    _leave(main())


def _die_at_once() -> None:
    """Let Ctrl-C, and a reader like `head` that leaves, end us as they end others.

    No moment is unsafe for that. Python's own way, an exception, comes late or never
    while a library is at work, and to every process that we forked.
    """
    if signal.getsignal(signal.SIGINT) is signal.default_int_handler:  # not `nohup`
        signal.signal(signal.SIGINT, signal.SIG_DFL)
    if hasattr(signal, "SIGPIPE"):
        signal.signal(signal.SIGPIPE, signal.SIG_DFL)


def _show_any_character() -> None:
    """Escape what the encoding of a stream lacks; discard what goes to a closed one."""
    for name in ("stdout", "stderr"):
        stream = getattr(sys, name)
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
        elif stream is None:
            nowhere = Path(os.devnull).open("w")  # noqa: SIM115, open to the end
            setattr(sys, name, nowhere)


def _leave(code: int) -> NoReturn:
    """End the process, and let the system free at once what it holds.

    Freeing millions of values one by one takes long, and even in a small project a
    fifth of the time of a check.
    """
    atexit._run_exitfuncs()  # noqa: SLF001, what `sys.exit` would have called
    for stream in (sys.stdout, sys.stderr):
        with suppress(OSError):
            stream.flush()
    os._exit(code)


def _command(arguments: Sequence[str] | None) -> int:
    import click  # noqa: PLC0415, so that its failing import too is shown as a defect

    from seedc.cli.app import app  # noqa: PLC0415

    given = None if arguments is None else list(arguments)
    try:
        result = app.main(given, prog_name="seedc", standalone_mode=False)
    except click.ClickException as error:
        error.show()
        return error.exit_code
    except click.Abort:  # what click makes of Ctrl-C
        raise KeyboardInterrupt from None
    return result if isinstance(result, int) else FINE


def _describe(error: OSError) -> str:
    reason = (error.strerror or str(error)).lower()
    return f"{visible(str(error.filename))}: {reason}" if error.filename else reason


def _say(message: str, hint: str | None = None) -> None:
    from seedc.text.secrets import redact  # noqa: PLC0415, only failures need it

    # Lines may be meant, but names of files and words of a database may hold anything.
    for text in (message, hint and f"help: {hint}"):
        for line in redact(text or "").splitlines():
            sys.stderr.write(f"{visible(line)}\n")
