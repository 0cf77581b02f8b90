"""The flows of the application: each answers the messages of its own screens."""
