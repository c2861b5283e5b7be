"""A plug-in for MkDocs: Python fences become snippets that a reader can run, and exercises that are checked."""

from pathlib import Path

from mkdocs.config import base, config_options
from mkdocs.exceptions import PluginError
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.utils import get_relative_url

from .assets import AssetError, Assets
from .fences import Extension

log = get_plugin_logger(__name__)


class GarterConfig(base.Config):
    #: A folder, seen from mkdocs.yml, or an address; without it, the files that came with this.
    assets = config_options.Optional(config_options.Type(str))
    #: Which fences become snippets: those that say ``garter``, or all with Python.
    fences = config_options.Choice(("marked", "python"), default="marked")


class GarterPlugin(BasePlugin[GarterConfig]):
    def on_config(self, config):
        root = Path(config.config_file_path).parent if config.config_file_path else "."
        try:
            self.assets = Assets(self.config.assets, root)
        except AssetError as error:
            raise PluginError(f"garter: assets: {error}.") from error
        self.extension = Extension(takes_all=self.config.fences == "python")
        config.markdown_extensions.append(self.extension)
        return config

    def on_page_markdown(self, markdown, *, page, config, files):
        lines_before = page.file.content_string.count("\n") - markdown.count("\n")

        def warn(line, problem):
            log.warning(f"{page.file.src_uri}:{lines_before + line}: {problem}")

        folder = Path(page.file.abs_src_path).parent if page.file.abs_src_path else Path(config.docs_dir)
        self.extension.begin(warn, folder, str(config.theme.get("locale") or "en"))

    def on_page_content(self, html, *, page, config, files):
        if not self.extension.has_snippets:
            return html
        script = self.assets.script()
        if not self.assets.address:
            script = get_relative_url(script, page.url)
        return f'{html}\n<script type="module" src="{script}"></script>'

    def on_post_build(self, *, config):
        self.assets.copy_to(config.site_dir)
