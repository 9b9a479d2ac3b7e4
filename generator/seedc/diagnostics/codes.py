"""All codes that a problem can have.

The sentence, the places and the hint stand beside the rule that raises a code; its
severity and the page about it stand here.
"""

from collections.abc import Mapping
from types import MappingProxyType

from seedc.diagnostics.baseline_codes import BASELINE
from seedc.diagnostics.code import Code, Family
from seedc.diagnostics.file_codes import FILES
from seedc.diagnostics.key_codes import KEYS
from seedc.diagnostics.lifecycle_codes import LIFECYCLE
from seedc.diagnostics.name_codes import NAMES
from seedc.diagnostics.project_codes import PROJECT
from seedc.diagnostics.record_codes import RECORDS
from seedc.diagnostics.row_codes import ROWS
from seedc.diagnostics.rule_codes import RULES
from seedc.diagnostics.schema_codes import SCHEMAS
from seedc.diagnostics.syntax_codes import SYNTAX
from seedc.diagnostics.table_codes import TABLES
from seedc.diagnostics.template_codes import TEMPLATES
from seedc.diagnostics.value_codes import VALUES

__all__ = ["CODES", "FAMILIES", "Code", "Family"]

FAMILIES: tuple[Family, ...] = (
    FILES,
    SYNTAX,
    PROJECT,
    SCHEMAS,
    TABLES,
    KEYS,
    NAMES,
    TEMPLATES,
    RECORDS,
    VALUES,
    ROWS,
    LIFECYCLE,
    RULES,
    BASELINE,
)
"""The codes by what they are about, in the order in which the stages raise them."""

CODES: Mapping[str, Code] = MappingProxyType(
    {code.name: code for family in FAMILIES for code in family.codes}
)
"""The codes by name, in the same order."""
