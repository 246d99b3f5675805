"""Papers for the client: one content of plain values, written out as text, PDF, DOCX or JSON."""
