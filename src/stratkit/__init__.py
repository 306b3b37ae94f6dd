"""An organization's strategy, kept as YAML: checked, printed, followed and compared."""

__version__ = "0.1.0"
