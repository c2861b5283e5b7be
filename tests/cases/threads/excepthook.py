import threading


def hook(args):
    print("hook:", args.exc_type.__name__, args.exc_value, args.thread.name)


threading.excepthook = hook
thread = threading.Thread(target=lambda: [][1], name="broken")
thread.start()
thread.join()
threading.excepthook = threading.__excepthook__
quiet = threading.Thread(target=lambda: exit(3))
quiet.start()
quiet.join()
print("quiet")
