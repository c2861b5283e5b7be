import bisect
import heapq


def binary_search(items, wanted):
    low, high = 0, len(items) - 1
    while low <= high:
        middle = (low + high) // 2
        if items[middle] == wanted:
            return middle
        if items[middle] < wanted:
            low = middle + 1
        else:
            high = middle - 1
    return -1


numbers = list(range(0, 100, 7))
print(numbers, binary_search(numbers, 49), binary_search(numbers, 50))
print(bisect.bisect_left(numbers, 49), bisect.bisect(numbers, 49))
grades = [bisect.bisect([60, 70, 80, 90], score) for score in (33, 60, 77, 90, 100)]
print(["FDCBA"[grade] for grade in grades])
bisect.insort(numbers, 50)
print(numbers[6:10])

heap = []
for task in [(3, "write"), (1, "plan"), (2, "draw"), (1, "buy")]:
    heapq.heappush(heap, task)
while heap:
    print(*heapq.heappop(heap))
print(heapq.nlargest(3, [5, 1, 9, 7]), heapq.nsmallest(2, "python"), list(heapq.merge([1, 4], [2, 3])))

GRAPH = {"A": {"B": 1, "C": 4}, "B": {"C": 2, "D": 5}, "C": {"D": 1}, "D": {}}


def dijkstra(start):
    distances = {start: 0}
    queue = [(0, start)]
    while queue:
        distance, node = heapq.heappop(queue)
        for neighbour, weight in GRAPH[node].items():
            new = distance + weight
            if new < distances.get(neighbour, float("inf")):
                distances[neighbour] = new
                heapq.heappush(queue, (new, neighbour))
    return distances


print(dijkstra("A"))
