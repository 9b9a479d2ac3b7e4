# mypy says arg-type: "Literal['water']"
# pyright says reportArgumentType: "Literal['water']"
from dungeon.records import Theme

Theme(id="caves", element="water")
