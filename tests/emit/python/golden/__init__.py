"""What the cases make; written by `pytest --update-golden`, compared byte by byte."""
