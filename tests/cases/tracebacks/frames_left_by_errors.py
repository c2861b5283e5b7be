# Where the frame of an error is that it has left.
class Context:
    def __enter__(self):
        pass
    def __exit__(self, *exception):
        pass

def in_with():
    with Context():
        1 / 0
    pass

def past_except():
    try:
        1 / 0
    except ValueError:
        pass

def in_except():
    try:
        1 / 0
    except ZeroDivisionError:
        1 / 0
        pass

def in_finally():
    try:
        1 / 0
    finally:
        pass

for function in in_with, past_except, in_except, in_finally:
    first = function.__code__.co_firstlineno
    try:
        function()
    except ZeroDivisionError as error:
        frame = error.__traceback__.tb_next
        print(function.__name__, frame.tb_lineno - first, frame.tb_frame.f_lineno - first)
