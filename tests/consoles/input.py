name = input("Name? ")
Ada
name
[int(input()) for _ in range(3)]
1
2
3
import sys
sys.ps1 = "py> "
"prompt"
sys.ps1 = ">>> "
sys.stdin.readline()
a line
sum(int(line) for line in iter(input, "end"))
10
20
end
