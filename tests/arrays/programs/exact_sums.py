import numpy as np

rng = [((i * 7919) % 1000) / 997 for i in range(5000)]
a = np.array(rng)
print(a.sum(), a[:7].sum(), a[:100].sum(), a[:129].sum(), a.mean(), a.std(), a.var(), a[::3].sum())
m = a.reshape(50, 100)
print(m.sum(axis=0)[:5], m.sum(axis=1)[:5], m.mean(axis=0)[:3], m.std(axis=1)[:3], m.T.sum(), m.T.sum(axis=0)[:3])
print(repr(m.sum(axis=0)[0]), repr(m.sum(axis=1)[0]), repr(m[:, ::2].sum()), repr(a.astype(np.float32).sum()), repr(a.cumsum()[-1]))
