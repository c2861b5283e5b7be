class Node:
    def __init__(self, value, next=None):
        self.value = value
        self.next = next


class LinkedList:
    def __init__(self, values=()):
        self.head = None
        for value in reversed(list(values)):
            self.head = Node(value, self.head)

    def __iter__(self):
        node = self.head
        while node:
            yield node.value
            node = node.next

    def reverse(self):
        previous, node = None, self.head
        while node:
            node.next, previous, node = previous, node, node.next
        self.head = previous

    def __contains__(self, value):
        return any(value == own for own in self)

    def __str__(self):
        return " -> ".join(map(str, self)) or "(empty)"


numbers = LinkedList(range(1, 6))
print(numbers, 3 in numbers, 9 in numbers)
numbers.reverse()
print(numbers, list(numbers), LinkedList())


class Stack(list):
    push = list.append
    peek = property(lambda self: self[-1])


def balanced(text):
    pairs = {")": "(", "]": "[", "}": "{"}
    stack = Stack()
    for char in text:
        if char in pairs.values():
            stack.push(char)
        elif char in pairs and (not stack or stack.pop() != pairs[char]):
            return False
    return not stack


for text in ("(a[b]{c})", "(]", "((", ""):
    print(repr(text), balanced(text))
