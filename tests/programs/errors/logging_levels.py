import logging
import sys

logging.basicConfig(level=logging.INFO, format="%(levelname)-8s %(name)s: %(message)s", stream=sys.stdout)
log = logging.getLogger("shop")
log.debug("not shown")
log.info("sold %d %s", 3, "pens")
log.warning("stock is low: %s", {"pens": 2})
log.error("till is jammed")
try:
    {}["x"]
except KeyError:
    log.exception("lookup failed")
child = logging.getLogger("shop.online")
child.setLevel(logging.ERROR)
child.warning("hidden")
child.critical("down")
print(log.isEnabledFor(logging.DEBUG), logging.getLevelName(25), child.parent.name)


class Collect(logging.Handler):
    lines = []

    def emit(self, record):
        self.lines.append(self.format(record))


log.addHandler(Collect())
log.propagate = False
log.info("collected")
print(Collect.lines)
