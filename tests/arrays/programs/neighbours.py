import numpy as np

points = np.array([[1, 2], [2, 1], [8, 8], [9, 7], [8, 9], [1, 1]])
labels = np.array(["a", "a", "b", "b", "b", "a"])
new = np.array([[2, 2], [7, 8]])
distances = np.sqrt(((points[None, :, :] - new[:, None, :]) ** 2).sum(axis=2))
print(distances)
nearest = np.argsort(distances, axis=1)[:, :3]
print(nearest)
print(labels[nearest])
for row in labels[nearest]:
    kinds, counts = np.unique(row, return_counts=True)
    print(kinds[counts.argmax()])
centres = points[[0, 2]].astype(float)
for _ in range(3):
    group = np.linalg.norm(points[:, None] - centres, axis=2).argmin(axis=1)
    centres = np.array([points[group == k].mean(axis=0) for k in range(2)])
print(group, centres)
