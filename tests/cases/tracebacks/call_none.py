def shout(text):
    print(text.upper())


shout("hi")()
