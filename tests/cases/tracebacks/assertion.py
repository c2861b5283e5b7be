def area(width):
    assert width > 0, f"width is {width}"
    return width


area(-1)
