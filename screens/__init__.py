"""The Textual app: one screen a module, its style sheet beside it."""

import os

# Textual reads both when it is first imported: Esc must not wait to see whether more comes (the
# default makes one key of `Esc 1`), and a letter must not wait for the next of 60 frames.
os.environ.setdefault("ESCDELAY", "25")
os.environ.setdefault("TEXTUAL_FPS", "240")
