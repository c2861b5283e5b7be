"""Garter's own files: where pages find them."""

import json
import shutil
from pathlib import Path

#: The folder's name in a site.
FOLDER = "garter"

#: The list of what pages need, in the folder of Garter's files.
LIST = "files.json"

#: Files that came with this package.
PACKAGED = Path(__file__).parent / "pkg"


#: What to do without them.
REMEDY = (
    "Do one of these: give the folder pkg/ of Garter's repository, which ./garter build writes there (seen from {root}); "
    "give the address of a copy of that folder, with ://; or install the wheel that ./garter package writes into "
    "target/packages/, which has the files in it"
)


class AssetError(Exception):
    """Garter's files are not where they are said to be."""


class Assets:
    """Garter's files: at an address, in a folder, or those of this package."""

    def __init__(self, setting, root):
        """``setting`` is an address, or a folder seen from ``root``; None for this package's own."""
        self.address = self.folder = None
        if setting and "://" in setting:
            self.address = setting.rstrip("/")
            return
        self.folder = Path(root, setting) if setting else PACKAGED
        if (self.folder / LIST).is_file():
            return
        if setting:
            problem = f"there is no {self.folder / LIST}, so {setting!r} is not a folder with Garter's files"
        else:
            problem = "no folder is given, and this copy was installed without Garter's files, from its source"
        raise AssetError(f"{problem}. {REMEDY.format(root=Path(root).resolve())}")

    def script(self):
        """The address of the snippet's script: whole, or from the site's own folder."""
        return f"{self.address or FOLDER}/snippet.js"

    def copy_to(self, site):
        """Copies the files into a site's folder, unless they lie at an address."""
        if not self.folder:
            return
        for name in json.loads((self.folder / LIST).read_text("utf-8")):
            target = Path(site, FOLDER, name)
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(self.folder / name, target)
