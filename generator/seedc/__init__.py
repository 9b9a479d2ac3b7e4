"""Compile versioned JSON seed files into SQL, Python and TypeScript.

The stages stand in `seedc.pipeline`, in order; `seedc.model` holds the values
that flow between them.
"""

__version__ = "0.1.0"
