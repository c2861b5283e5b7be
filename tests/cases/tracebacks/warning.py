import warnings
warnings.warn("careful", DeprecationWarning)
warnings.warn("really")
print("done")
