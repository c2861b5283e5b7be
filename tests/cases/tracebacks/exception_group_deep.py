# Each level holds the next one twice: what is shown ends after ten levels.
error = KeyError("innermost")
for level in range(12):
    error = ExceptionGroup(f"level {level}", [error] * 2 if level > 8 else [error])
raise error
