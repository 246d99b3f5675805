"""The revisions, `0001_…` onwards."""
