from datetime import datetime
datetime.strptime("2026-13-01", "%Y-%m-%d")
