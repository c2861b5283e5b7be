def row(cells, width):
    line = ""
    for cell in cells:
        text = str(cell)
        line += "|" + " " * (width - len(text)) + text
    return line + "|\n"


def table(size):
    text = row(["x"] + list(range(1, size + 1)), 5)
    text += "-" * (size * 6 + 7) + "\n"
    for left in range(1, size + 1):
        text += row([left] + [left * right for right in range(1, size + 1)], 5)
    return text


lines = table(320).split("\n")
print(len(lines), sum(len(line.strip("|")) for line in lines))
print(lines[13][-24:])
