import configparser
import html
import tomllib
import urllib.parse
import xml.etree.ElementTree as ET

config = configparser.ConfigParser()
config.read_string("[game]\nlevel = 3\nname = %(base)s quest\nbase = Snake\n[sound]\non = yes\n")
print(config.sections(), config["game"]["name"], config.getint("game", "level"), config.getboolean("sound", "on"))
print(tomllib.loads('title = "x"\n[a]\nb = [1, 2.5, true]\nd = 2026-11-24'))
root = ET.fromstring("<menu><dish price='5'>Soup</dish><dish price='9'>Pie</dish></menu>")
for dish in root.findall("dish"):
    print(dish.tag, dish.get("price"), dish.text)
ET.SubElement(root, "drink").text = "Tea & <milk>"
print(ET.tostring(root, encoding="unicode"))
print(html.escape("<a href='x'>"), html.unescape("&eacute;&lt;"))
url = urllib.parse.urlsplit("https://example.com:80/a/b?q=1&r=%20#top")
print(url.hostname, url.port, urllib.parse.parse_qs(url.query), urllib.parse.quote("ä b/c"), urllib.parse.urljoin("http://a/b/c", "../d"))
