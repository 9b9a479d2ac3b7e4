"""What ends a run that is not the fault of the user's input.

Wrong input is a diagnostic, a defect of ours an assertion; neither is here.
"""


class SeedcError(Exception):
    """The root of every exception that seedc raises on purpose."""


class _HintedError(SeedcError):
    """An exception for people.

    Attributes:
        message: What happened, in one line or with quoted lines below it.
        hint: What to do about it, where we know.
    """

    def __init__(self, message: str, *, hint: str | None = None) -> None:
        """Keep both halves apart, so that the cli can lay them out."""
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(_HintedError):
    """The command was called in a way that cannot work."""


class WorldError(_HintedError):
    """The world failed: a database, the file system, a missing extra."""
