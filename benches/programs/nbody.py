# The sun and two planets, as in the Computer Language Benchmarks Game's task of this name.
SUN = [[0.0, 0.0, 0.0], [0.0, 0.0, 0.0], 39.47841760435743]
JUPITER = [[4.84143144, -1.16032004, -0.10362204], [0.60632639, 2.81198684, -0.02521836], 0.03769367]
SATURN = [[8.34336671, 4.12479856, -0.40352341], [-1.01077434, 1.82566237, 0.00841576], 0.01128632]
BODIES = [SUN, JUPITER, SATURN]
PAIRS = [(SUN, JUPITER), (SUN, SATURN), (JUPITER, SATURN)]


def advance(dt, steps):
    for _ in range(steps):
        for ((x1, y1, z1), v1, m1), ((x2, y2, z2), v2, m2) in PAIRS:
            dx, dy, dz = x1 - x2, y1 - y2, z1 - z2
            pull = dt * (dx * dx + dy * dy + dz * dz) ** -1.5
            v1[0] -= dx * m2 * pull
            v1[1] -= dy * m2 * pull
            v1[2] -= dz * m2 * pull
            v2[0] += dx * m1 * pull
            v2[1] += dy * m1 * pull
            v2[2] += dz * m1 * pull
        for place, (vx, vy, vz), _ in BODIES:
            place[0] += dt * vx
            place[1] += dt * vy
            place[2] += dt * vz


advance(0.01, 5_000)
print(round(JUPITER[0][0], 6))
