"""An extension for Sphinx: Python that readers run in their own browser."""

from pathlib import Path

from sphinx.errors import ExtensionError

from .assets import AssetError, Assets
from .directive import GarterDirective
from .exercise_directive import GarterExerciseDirective, exercise, visit_exercise
from .snippet import depart_expected, depart_snippet, expected, ignore, snippet, visit_expected, visit_snippet
from .upgrade import BLOCKS, Upgrade

__version__ = "0.1.0"


def setup(app):
    app.add_config_value("garter_assets", None, "html", (str,))
    app.add_config_value("garter_upgrade", [], "env", (list, tuple, set))
    app.add_directive("garter", GarterDirective)
    app.add_directive("garter-exercise", GarterExerciseDirective)
    app.add_post_transform(Upgrade)
    elsewhere = dict.fromkeys(("latex", "text", "man", "texinfo"), (ignore, ignore))
    app.add_node(snippet, html=(visit_snippet, depart_snippet), **elsewhere)
    app.add_node(expected, html=(visit_expected, depart_expected), **elsewhere)
    app.add_node(exercise, html=(visit_exercise, None), **elsewhere)
    app.connect("builder-inited", provide_assets)
    app.connect("html-page-context", add_script)
    return {"version": __version__, "parallel_read_safe": True, "parallel_write_safe": True}


def provide_assets(app):
    unknown = set(app.config.garter_upgrade) - set(BLOCKS)
    if unknown:
        raise ExtensionError(f"garter_upgrade: there are {', '.join(BLOCKS)}, and no {', '.join(unknown)}")
    if app.builder.format != "html":
        return
    try:
        app.garter_assets = Assets(app.config.garter_assets, app.confdir)
    except AssetError as error:
        raise ExtensionError(f"garter_assets: {error}.") from error
    app.garter_assets.copy_to(Path(app.outdir, "_static"))


def add_script(app, pagename, templatename, context, doctree):
    if doctree and any(any(doctree.findall(kind)) for kind in (snippet, exercise)):
        app.add_js_file(app.garter_assets.script(), type="module")
