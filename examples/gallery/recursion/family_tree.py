# A tree is a thing with smaller trees in it, so the function that draws one calls itself.
animals = {
    "animals": {
        "with a backbone": {
            "birds": {"owl": {}, "penguin": {}},
            "mammals": {"whale": {}, "bat": {}, "you": {}},
            "reptiles": {"garter snake": {}},
        },
        "without": {"octopus": {}, "bee": {}},
    }
}


def draw(tree, margin=""):
    for number, (name, branches) in enumerate(tree.items(), start=1):
        is_last = number == len(tree)
        print(margin + ("└─ " if is_last else "├─ ") + name)
        draw(branches, margin + ("   " if is_last else "│  "))


def leaves(tree):
    return sum(leaves(branches) if branches else 1 for branches in tree.values())


def depth(tree):
    return 1 + max(map(depth, tree.values()), default=0) if tree else 0


draw(animals)
print(f"{leaves(animals)} kinds at the ends, {depth(animals)} levels deep.")

# Try: write a function that returns the way to a name, such as animals / without / bee.
