"""The practice model: what an office asks, concludes and says, read from `data/`."""
