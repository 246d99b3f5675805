"""From answers to a suggestion, purely: nothing here knows of stores, screens or clocks."""
