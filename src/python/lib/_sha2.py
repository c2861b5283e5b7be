"""The hashes of SHA-2, which the interpreter has in two modules, as before Python 3.12."""

from _sha256 import sha224, sha256
from _sha512 import sha384, sha512

__all__ = ["sha224", "sha256", "sha384", "sha512"]
