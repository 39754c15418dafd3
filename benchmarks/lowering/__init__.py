"""From a loaded criteria set to what every peer can say: whole-number arithmetic."""
