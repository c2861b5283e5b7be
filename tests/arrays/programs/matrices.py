import numpy as np

a = np.array([[1, 2], [3, 4]])
b = np.array([[5, 6], [7, 8]])
print(a @ b, a.dot(b), np.dot([1, 2], [3, 4]), a @ [1, 1], [1, 1] @ a, np.matmul(a, b), np.outer([1, 2], [3, 4]), np.inner(a, b), np.vdot(a, b))
print(np.trace(a), np.diagonal(a), np.cross([1, 0, 0], [0, 1, 0]), np.kron([1, 2], [1, 1]), np.tensordot(a, b, axes=1), np.linalg.matrix_power(a, 3))
print(np.round(np.linalg.inv(a), 10), np.round(np.linalg.det(a), 10), np.linalg.solve(a, [5, 6]), np.linalg.matrix_rank(a), np.linalg.norm([3, 4]), np.linalg.norm(a))
print(np.einsum("ij,jk->ik", a, b), np.einsum("ii", a), np.einsum("ij->ji", a), np.einsum("ij,ij->i", a, b), np.einsum("i,j", [1, 2], [3, 4]), np.einsum("...j->...", a))
w, v = np.linalg.eigh(np.array([[2.0, 1], [1, 2]]))
print(np.round(w, 10), np.round(np.abs(v), 6))
print(np.round(np.sort(np.linalg.eigvals(np.array([[2.0, 0], [0, 3]]))), 8), np.round(np.linalg.svd(a, compute_uv=False), 8), np.linalg.cholesky(np.array([[4.0, 2], [2, 3]])))
q, r = np.linalg.qr(np.array([[1.0, 2], [3, 4]]))
print(np.round(q, 8), np.round(r, 8), np.round(np.linalg.pinv(np.array([[1.0, 2], [3, 4], [5, 6]])), 8))
x, res, rank, s = np.linalg.lstsq(np.array([[0.0, 1], [1, 1], [2, 1], [3, 1]]), np.array([-1, 0.2, 0.9, 2.1]), rcond=None)
print(np.round(x, 8), np.round(res, 8), rank, np.round(s, 8))
for f in (lambda: a @ np.ones(3), lambda: np.dot(a, [1, 2, 3]), lambda: np.linalg.inv(np.zeros((2, 2))), lambda: np.linalg.inv(np.zeros((2, 3))), lambda: np.linalg.cholesky(-np.eye(2)), lambda: np.linalg.solve(np.ones((2, 2)), [1, 2])):
    try:
        f()
    except (ValueError, np.linalg.LinAlgError) as e:
        print(type(e).__name__, e)
