# mypy says arg-type: expected "ElementEnum"
# pyright says reportArgumentType: is not assignable to "ElementEnum"
from dungeon.enums import ElementEnum


def burn(element: ElementEnum) -> ElementEnum:
    return element


burn("fire")
