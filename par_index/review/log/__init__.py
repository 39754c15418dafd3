"""The appraisal log: events, the chain that binds them, and the state they replay to."""
