import markdown
from markdown.extensions import Extension
from markdown.inlinepatterns import SimpleTagInlineProcessor
from markdown.treeprocessors import Treeprocessor

TEXT = """Title
=====

A paragraph with *emphasis*, **strong**, `code <b>` and a [link](https://example.org "hint").
Second line  
after a break.

* one
* two
    1. inner
    2. list

> A quotation
> of two lines

    indented code & more

---

![owl](owl.png) and <https://example.org> & an entity &copy; \\*no emphasis\\*
"""
print(markdown.markdown(TEXT))
MORE = """[TOC]

# Birds {#birds}

| Name | Weight |
|:-----|-------:|
| Owl  | 0.5    |
| Ibis | 1.3    |

## Note[^1]

```python
print("fenced")
```

Term
: Definition

*[HTML]: Hyper Text
HTML is here. ~~gone~~

[^1]: At the foot.
"""


class Strike(Extension):
    def extendMarkdown(self, md):
        md.inlinePatterns.register(SimpleTagInlineProcessor(r"()~~(.*?)~~", "del"), "del", 175)
        md.treeprocessors.register(Louder(md), "louder", 15)


class Louder(Treeprocessor):
    def run(self, root):
        for heading in root.iter("h2"):
            heading.set("class", "loud")


converter = markdown.Markdown(extensions=["extra", "toc", "sane_lists", Strike()])
print(converter.convert(MORE))
print(converter.toc_tokens[0]["id"], converter.toc_tokens[0]["children"][0]["name"])
converter.reset()
print(converter.convert("1. a\n2. b\n\n* c"))
print(markdown.markdown("a\nb", extensions=["nl2br"]), markdown.markdown("<script>x</script>\n\n<i>y</i>"))
