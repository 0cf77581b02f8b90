"""The terminal application: Textual and the core, nothing else."""
