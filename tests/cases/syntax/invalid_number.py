year = 2026th
