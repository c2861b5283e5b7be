from bs4 import BeautifulSoup, Comment, NavigableString

PAGE = """<html><head><title>Birds &amp; trees</title><!-- made by hand --></head>
<body><h1 id="top" class="big red">Birds</h1>
<ul id="list"><li class="bird">Owl <b>flies</b> at night</li><li class="bird rare">Ibis</li><li>Oak</li></ul>
<p>See <a href="/owl" rel="next">the owl</a>, <a href="https://example.org/ibis">the ibis</a> and <a>nothing</a>.</p>
<table><tr><th>Name</th><th>Weight</th></tr><tr><td>Owl</td><td>0.5</td></tr><tr><td>Ibis</td><td>1.3</td></tr></table>
<p>An unclosed <i>tag</p></body></html>"""

soup = BeautifulSoup(PAGE, "html.parser")
print(soup.title.string, "|", soup.h1["class"], soup.h1.get("id"))
for item in soup.find_all("li", class_="bird"):
    print("-", item.get_text(), item.attrs)
print([a.get("href") for a in soup.find_all("a")])
print([a["href"] for a in soup.select("p > a[href^=https]")], soup.select_one("li.rare").text)
rows = [[cell.get_text() for cell in row.find_all(["td", "th"])] for row in soup.table.find_all("tr")]
print(rows, sum(float(row[1]) for row in rows[1:]))
print(soup.find(string=lambda text: isinstance(text, Comment)))
print([type(child).__name__ for child in soup.li.children], soup.li.next_sibling.name, soup.b.parent.name)

soup.h1.string = "Birds of the <park>"
new = soup.new_tag("li", attrs={"data-new": "yes"})
new.append(NavigableString("Crane"))
soup.ul.insert(1, new)
soup.find("li", string="Oak").decompose()
for link in soup("a", href=False):
    link.unwrap()
soup.i.name = "em"
print(soup.h1, soup.ul)
print(soup.ul.prettify())
print(soup.p.decode(formatter="minimal"), list(soup.p.stripped_strings))
print(soup.find("nothing"), len(soup.find_all(True)))
print([tag.name for tag in soup.em.parents], soup.encode("ascii")[:40])
for tag in soup.select("ul li:not(.bird), td:nth-of-type(2)"):
    print(tag)
