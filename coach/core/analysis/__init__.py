"""How an answer was said: one detector a module, gathered into one Analysis by `analysis.analyse`."""
