"""Runs PostgreSQL's programs: as whom, with which environment and descriptors."""

import os
import subprocess
from collections.abc import Sequence
from pathlib import Path

from seedc.model.errors import WorldError
from seedc.sandbox.home import Account

# The shell ends at once, so that the program is a child of init: it outlives us,
# and when it ends it is no zombie of a caller that lives long.
IN_BACKGROUND = ("/bin/sh", "-c", '"$@" &', "sh")

# Its standard input is a pipe that we hold open: it ends when we do, however that
# happens. One shell waits for that, and another for the program, which may miss a
# signal while it starts. It runs what others wrote, so that the memory of each of its
# processes is limited, where the system can (macOS cannot): 1 GB.
WHILE_WE_LIVE = (
    "/bin/sh",
    "-c",
    """exec 3<&0
    (ulimit -v 1048576) 2>/dev/null && ulimit -v 1048576
    {
      "$@" 3<&- </dev/null & program=$!
      { read -r _ <&3; while kill -s INT "$program"; do sleep 1; done; } &
      wait "$program"; kill "$!"
    } &""",
    "sh",
)


def run(command: Sequence[str], account: Account | None, *, claim: int = -1) -> str:
    """Run a program to its end and return what it wrote to stdout.

    Args:
        command: The program and its arguments.
        account: As whom to run it; None: as ourselves.
        claim: Descriptor of the server's lock to pass on; negative: none.

    Raises:
        WorldError: If the program failed.
    """
    finished = subprocess.run(  # noqa: S603 - no shell, and our own arguments
        command,
        check=False,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        encoding="utf-8",
        errors="replace",
        cwd="/",
        env=environment(),
        pass_fds=(claim,) if claim >= 0 else (),
        start_new_session=True,  # the terminal's Ctrl-C is for seedc alone
        user=account.uid if account else None,
        group=account.gid if account else None,
        extra_groups=[] if account else None,
    )
    if finished.returncode:
        message = f"`{command[0]}` failed: {finished.stderr.strip()}"
        raise WorldError(message)
    return finished.stdout


def spawn(
    command: Sequence[str],
    account: Account | None,
    *,
    claim: int,
    log: Path,
    lifeline: int | None = None,
) -> None:
    """Start a program that outlives this process and its terminal.

    It inherits `claim` and the log, and nothing else: no pipe, no lock.

    Args:
        command: The program and its arguments.
        account: As whom to run it; None: as ourselves.
        claim: Descriptor of the server's lock to pass on.
        log: Takes what it says.
        lifeline: Read end of a pipe: the program is interrupted when its write ends
            are closed, be it by our death.
    """
    shell = IN_BACKGROUND if lifeline is None else WHILE_WE_LIVE
    with log.open("wb") as output:
        subprocess.run(  # noqa: S603 - the shell sees our arguments as "$@" only
            [*shell, *command],
            check=True,
            stdin=subprocess.DEVNULL if lifeline is None else lifeline,
            stdout=output,
            stderr=output,
            cwd="/",
            env=environment(),
            pass_fds=(claim,),
            start_new_session=True,
            user=account.uid if account else None,
            group=account.gid if account else None,
            extra_groups=[] if account else None,
            umask=0o077,
        )


def environment() -> dict[str, str]:
    """Return ours without what would change the behaviour of PostgreSQL."""
    kept = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PG", "LC_", "LANG"))
    }
    return {**kept, "LC_ALL": "C"}  # macOS: other locales start threads too early
