# mypy says call-arg: Missing named argument "element"
# pyright says reportCallIssue: "element"
from dungeon.records import Theme

Theme(id="caves")
