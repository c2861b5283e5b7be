quit = 1
quit
exit
print("after")
