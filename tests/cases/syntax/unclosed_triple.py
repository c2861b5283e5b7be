text = """hello
world
