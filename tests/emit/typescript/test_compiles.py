"""What TypeScript's own compiler says of the packages."""

import json
import shutil
from pathlib import Path

import pytest

from tests.emit.typescript.cases import CASES
from tests.support.node import Node

pytestmark = pytest.mark.node

HERE = Path(__file__).parent
STRICT = {
    "noEmit": True,
    "strict": True,
    "target": "es2022",
    "types": [],
    "skipLibCheck": False,
    "declaration": True,
    "isolatedDeclarations": True,
    "erasableSyntaxOnly": True,
    "exactOptionalPropertyTypes": True,
    "noUncheckedIndexedAccess": True,
    "noImplicitOverride": True,
    "verbatimModuleSyntax": True,
}


@pytest.mark.parametrize(
    "resolution",
    [{"module": "nodenext"}, {"module": "esnext", "moduleResolution": "bundler"}],
    ids=["nodenext", "bundler"],
)
def test_consumers_compile(
    node: Node, tmp_path: Path, resolution: dict[str, str]
) -> None:
    """Right use compiles under every strict option; each wrong use does not."""
    options = {"compilerOptions": STRICT | resolution, "include": ["*.ts"]}
    (tmp_path / "tsconfig.json").write_text(json.dumps(options))
    (tmp_path / "package.json").write_text('{ "type": "module" }')
    for name in CASES:
        shutil.copy(HERE / "consumer" / f"{name}.ts", tmp_path)
        link = tmp_path / "node_modules" / "@game" / name
        link.parent.mkdir(parents=True, exist_ok=True)
        link.symlink_to(HERE / "golden" / name / "typescript")
    node.run(node.tsc, "--project", tmp_path, cwd=tmp_path)
