def load(path):
    try:
        return open(path)
    except FileNotFoundError as error:
        raise RuntimeError(f"no settings in {path}") from error


load("settings.ini")
