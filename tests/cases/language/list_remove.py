["milk"].remove("butter")
