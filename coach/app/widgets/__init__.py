"""Widgets that receive values and render them; screens decide."""
