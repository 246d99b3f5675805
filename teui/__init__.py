"""The core of teui: plain Python that never reaches the screen."""

__version__ = "0.1.0"
