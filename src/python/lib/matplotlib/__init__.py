"""The part of matplotlib that school books draw with, made anew for Garter: plots as SVG, without NumPy.

    import matplotlib.pyplot as plt
    plt.plot([1, 2, 3], [1, 4, 9], "ro--")
    plt.show()
"""

from matplotlib._refuse import unknown_name

__version__ = "0.1+garter"

NAMES = ("pyplot", "rcParams", "use")


def use(backend, *, force=True):
    """Whatever backend is asked for, plots are shown as SVG."""


def __getattr__(name):
    if name == "rcParams":
        from matplotlib import pyplot

        return pyplot.rcParams
    raise unknown_name("matplotlib", name, NAMES)
