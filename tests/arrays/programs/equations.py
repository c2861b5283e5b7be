import numpy as np

A = np.array([[2.0, 1, -1], [-3, -1, 2], [-2, 1, 2]])
b = np.array([8.0, -11, -3])
x = np.linalg.solve(A, b)
print(x)
print(np.allclose(A @ x, b))
print(np.linalg.det(A).round(10), np.linalg.matrix_rank(A))
print(np.linalg.inv(A).round(10))
try:
    np.linalg.solve([[1, 2], [2, 4]], [1, 2])
except np.linalg.LinAlgError as error:
    print(type(error).__name__, error)
try:
    np.linalg.inv(np.ones((2, 3)))
except np.linalg.LinAlgError as error:
    print(error)
try:
    A @ np.ones(2)
except ValueError as error:
    print(error)
print(np.linalg.norm([3, 4]), np.linalg.norm(A), np.linalg.norm(A, 1), np.linalg.norm(A, np.inf))
q, r = np.linalg.qr(A)
print(np.allclose(q @ r, A), np.allclose(q.T @ q, np.eye(3)))
print(np.linalg.cholesky([[4, 2], [2, 3]]))
print(np.cross([1, 0, 0], [0, 1, 0]), np.inner([1, 2], [3, 4]), np.outer([1, 2], [3, 4]), np.vdot([1, 2], [3, 4]))
values = np.linalg.eigvalsh([[2, 1], [1, 2]])
print(values.round(10))
print(np.sort(np.linalg.eigvals([[0, 1], [-2, -3]])).round(10))
print(np.linalg.svd([[3, 0], [0, 4]], compute_uv=False))
print(np.linalg.pinv([[1, 2], [3, 4], [5, 6]]).round(8))
print(np.linalg.cond([[1, 2], [3, 4]]).round(8), np.linalg.slogdet([[1, 2], [3, 4]]))
