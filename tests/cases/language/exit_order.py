import atexit
import sys


class Noisy:
    def __init__(self, name):
        self.name = name

    def __del__(self):
        print("del", self.name)


atexit.register(print, "first registered")
atexit.register(print, "last registered")
kept = Noisy("kept")
Noisy("dropped")
try:
    sys.exit(5)
except SystemExit as error:
    print("caught", error.code, repr(error))
try:
    sys.exit([1, 2])
finally:
    print("finally")
