"""The outside world, one library a module; each turns foreign errors into a CoachError."""
