"""What `socket` is made of, where there is no network: modules that import it load, and whoever
opens a socket is told why that fails."""

import errno

__all__ = [
    "AF_INET", "AF_INET6", "AF_UNIX", "AF_UNSPEC", "AI_PASSIVE", "EAI_NONAME", "INADDR_ANY", "IPPROTO_IP",
    "IPPROTO_IPV6", "IPPROTO_TCP", "IPPROTO_UDP", "IPV6_V6ONLY", "MSG_OOB", "MSG_PEEK", "NI_NUMERICHOST",
    "SHUT_RD", "SHUT_RDWR", "SHUT_WR", "SOCK_DGRAM", "SOCK_RAW", "SOCK_STREAM", "SOL_SOCKET", "SOMAXCONN",
    "SO_BROADCAST", "SO_ERROR", "SO_KEEPALIVE", "SO_REUSEADDR", "SO_TYPE", "SocketType", "TCP_NODELAY", "close",
    "dup", "error", "gaierror", "getaddrinfo", "getdefaulttimeout", "gethostbyaddr", "gethostbyname",
    "gethostname", "getnameinfo", "getservbyname", "has_ipv6", "herror", "htonl", "htons", "inet_aton",
    "inet_ntoa", "inet_ntop", "inet_pton", "ntohl", "ntohs", "setdefaulttimeout", "timeout",
]

AF_UNSPEC, AF_UNIX, AF_INET, AF_INET6 = 0, 1, 2, 10
SOCK_STREAM, SOCK_DGRAM, SOCK_RAW = 1, 2, 3
IPPROTO_IP, IPPROTO_TCP, IPPROTO_UDP, IPPROTO_IPV6 = 0, 6, 17, 41
SOL_SOCKET, SOMAXCONN = 1, 4096
SO_REUSEADDR, SO_TYPE, SO_ERROR, SO_BROADCAST, SO_KEEPALIVE = 2, 3, 4, 6, 9
SHUT_RD, SHUT_WR, SHUT_RDWR = 0, 1, 2
MSG_OOB, MSG_PEEK = 1, 2
TCP_NODELAY, IPV6_V6ONLY = 1, 26
AI_PASSIVE, EAI_NONAME, NI_NUMERICHOST, INADDR_ANY = 1, -2, 1, 0
has_ipv6 = False

error = OSError
timeout = TimeoutError


class herror(OSError):
    pass


class gaierror(OSError):
    pass


def _refuse(*_args, **_kwargs):
    raise OSError(errno.ENETDOWN, "a program in a web page has no network")


class socket:
    __slots__ = ()
    family = type = proto = -1

    __init__ = bind = listen = connect = accept = send = sendall = recv = _refuse

    def close(self):
        pass

    def fileno(self):
        return -1


SocketType = socket
getaddrinfo = getnameinfo = gethostbyname = gethostbyaddr = getservbyname = close = dup = _refuse
_default_timeout = None


def gethostname():
    return "garter"


def getdefaulttimeout():
    return _default_timeout


def setdefaulttimeout(timeout):
    global _default_timeout
    _default_timeout = timeout


def htons(number):
    return int.from_bytes(number.to_bytes(2, "little"), "big")


def htonl(number):
    return int.from_bytes(number.to_bytes(4, "little"), "big")


ntohs, ntohl = htons, htonl


def inet_aton(address):
    parts = address.split(".")
    if len(parts) != 4 or not all(part.isdecimal() and int(part) < 256 for part in parts):
        raise OSError("illegal IP address string passed to inet_aton")
    return bytes(map(int, parts))


def inet_ntoa(packed):
    if len(packed) != 4:
        raise OSError("packed IP wrong length")
    return ".".join(map(str, packed))


def inet_pton(family, address):
    import ipaddress
    try:
        return (ipaddress.IPv4Address if family == AF_INET else ipaddress.IPv6Address)(address).packed
    except ValueError:
        raise OSError("illegal IP address string passed to inet_pton") from None


def inet_ntop(family, packed):
    import ipaddress
    return str(ipaddress.ip_address(bytes(packed)))
