print("before")
exit = 3
exit
del exit
import sys
sys.exit("gone")
print("after")
