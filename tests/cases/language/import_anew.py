# The import system goes on while its own modules are hidden, as CPython's tests hide them.
import importlib
import sys

hidden = ["_frozen_importlib", "_frozen_importlib_external"]
kept = {name: sys.modules[name] for name in [*hidden, "importlib", "importlib._bootstrap", "importlib._bootstrap_external"] if name in sys.modules}
for name in kept:
    del sys.modules[name]
for name in hidden:
    sys.modules[name] = None
try:
    import colorsys
    import importlib as fresh

    print(colorsys.rgb_to_hsv(1, 1, 1), fresh is importlib)
finally:
    sys.modules.update(kept)
import wave
print(wave.__name__, copyright is not None, type(license).__name__, type(credits).__name__)
