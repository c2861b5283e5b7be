import traceback

try:
    [].pop()
except IndexError:
    traceback.print_exc()
print(traceback.format_exc().strip())
try:
    1 / 0
except ZeroDivisionError as error:
    print("".join(traceback.format_exception(error)))
