class Tree:
    def __init__(self):
        self.root = None

    def insert(self, value):
        self.root = self._insert(self.root, value)

    def _insert(self, node, value):
        if node is None:
            return [value, None, None]
        side = 1 if value < node[0] else 2
        node[side] = self._insert(node[side], value)
        return node

    def walk(self, node="root"):
        if node == "root":
            node = self.root
        if node:
            value, left, right = node
            yield from self.walk(left)
            yield value
            yield from self.walk(right)

    def depth(self, node="root"):
        node = self.root if node == "root" else node
        return 0 if node is None else 1 + max(self.depth(node[1]), self.depth(node[2]))

    def draw(self, node="root", indent=0):
        node = self.root if node == "root" else node
        if node:
            self.draw(node[2], indent + 4)
            print(" " * indent + str(node[0]))
            self.draw(node[1], indent + 4)


tree = Tree()
for value in [50, 30, 70, 20, 40, 60, 80, 35]:
    tree.insert(value)
print(list(tree.walk()), tree.depth())
tree.draw()
