project = "Python in documentation"
extensions = ["sphinx_garter"]
garter_upgrade = ["code-block", "doctest"]
root_doc = "index"
