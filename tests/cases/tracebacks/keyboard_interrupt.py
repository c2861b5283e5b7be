try:
    raise KeyboardInterrupt
finally:
    print("cleaned up")
