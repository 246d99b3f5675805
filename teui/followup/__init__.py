"""What is due, why and when, purely: rules and history in, follow-ups out."""
