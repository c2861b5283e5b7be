import base64
import gzip
import hashlib
import io
import struct
import zipfile
import zlib

data = b"Garter " * 100
print(len(zlib.compress(data)) < 50, zlib.decompress(zlib.compress(data)) == data, zlib.crc32(data))
print(gzip.decompress(gzip.compress(data)) == data)
for name in ("md5", "sha1", "sha256", "blake2b"):
    print(name, hashlib.new(name, data).hexdigest()[:32])
print(base64.b64encode(b"hello"), base64.b64decode("aGVsbG8="), base64.urlsafe_b64encode(b"\xff\xfe"), b"hi".hex())
print(struct.pack(">IhB", 1, -2, 3), struct.unpack("<d", struct.pack("<d", 1.5)), struct.calcsize("iqb"))
buffer = io.BytesIO()
with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
    archive.writestr("a.txt", "alpha")
    archive.writestr("dir/b.txt", "beta" * 100)
with zipfile.ZipFile(buffer) as archive:
    print(archive.namelist(), archive.read("a.txt"), archive.getinfo("dir/b.txt").file_size, archive.testzip())
try:
    zipfile.ZipFile(io.BytesIO(b"no zip"))
except zipfile.BadZipFile as error:
    print(error)
