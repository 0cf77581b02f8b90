"""The domain: values in, values out; no clock, file, thread or global."""
