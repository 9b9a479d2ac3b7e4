# mypy says call-arg: Unexpected keyword argument "colour"
# pyright says reportCallIssue: "colour"
from dungeon.records import Theme

Theme(id="caves", element="ice", colour="blue")
