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
