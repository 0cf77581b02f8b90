"""Turning the user's own documents into drafts of drills."""
