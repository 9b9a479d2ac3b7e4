"""Whatever a project's schemas say, its outputs compile, load and agree."""
