class Closing:
    def __del__(self):
        print("closing")


thing = Closing()
del thing
print(thing)
