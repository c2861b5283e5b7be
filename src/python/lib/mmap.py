"""Files in memory that share it with others, of which a program in a web page has none. The names are there for annotations."""

ACCESS_DEFAULT, ACCESS_READ, ACCESS_WRITE, ACCESS_COPY = range(4)
ALLOCATIONGRANULARITY = PAGESIZE = 65536

error = OSError


class mmap:
    """Maps a file into memory."""

    def __init__(self, fileno, length, *arguments, **options):
        raise OSError(19, "a program in a web page cannot map files into memory; read the file")
