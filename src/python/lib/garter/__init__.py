"""What Garter adds to Python: pictures, tables and HTML beside the text."""

from garter._display import HTML, display

__all__ = ["HTML", "display"]
