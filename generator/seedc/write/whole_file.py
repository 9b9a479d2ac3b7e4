"""Write a file that is there as a whole, or not at all."""

import os
from pathlib import Path


def write_whole(file: Path, content: bytes) -> None:
    """Give a file its content in one step: whoever reads it finds the old or the new.

    Args:
        file: Where it is to be; a link stays one, and what is no regular file, such as
            a pipe, takes the content as it comes.
        content: All that is to be in it.

    Raises:
        OSError: It cannot be written; what was there stays.
    """
    place = Path(os.path.realpath(file))
    if place.exists() and not place.is_file():
        place.write_bytes(content)
        return
    draft = place.with_name(f".{place.name}.{os.getpid()}")
    try:
        _write(draft, content)
        draft.replace(place)
    except OSError as error:
        draft.unlink(missing_ok=True)
        error.filename = str(file)  # nobody knows the draft
        raise


def _write(draft: Path, content: bytes) -> None:
    with draft.open("wb") as new:
        new.write(content)
        new.flush()
        os.fsync(new.fileno())
