import numpy as np

image = np.zeros((6, 8), dtype=np.uint8)
image[2:4, 2:6] = 200
image[0] = 50
print(image)
padded = np.pad(image, 1, mode="edge")
print(padded.shape)
blurred = np.zeros(image.shape)
for i in range(3):
    for j in range(3):
        blurred += padded[i:i + 6, j:j + 8]
blurred = (blurred / 9).astype(np.uint8)
print(blurred)
print(255 - image)
print(image.T)
print(image[::-1, ::2])
print(np.rot90(image))
print(np.hstack([image[:2, :2], image[2:4, 2:4]]))
rgb = np.zeros((2, 3, 3), dtype=np.uint8)
rgb[..., 0] = 255
rgb[0, 1] = [1, 2, 3]
print(rgb)
print(rgb.mean(axis=2))
print(rgb @ np.array([0.299, 0.587, 0.114]))
print(image.nbytes, image.itemsize, image.dtype)
