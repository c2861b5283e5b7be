# A program may have more than one file: this one imports shapes.py, which lies beside it.
import shapes
from shapes import circle

shapes.show("A square", shapes.square(4))
shapes.show("A triangle", shapes.triangle(5))
shapes.show("A circle", circle(4, filled="●"))

print("What else is in there:")
for name in dir(shapes):
    if not name.startswith("_"):
        print("  shapes." + name + ":", getattr(shapes, name).__doc__)

# Try: write a function in shapes.py that makes a rectangle, and use it here.
