"""The function help(), which says so if the texts that it would show have not arrived."""

import _garter
import _sitebuiltins


class Helper(_sitebuiltins._Helper):
    def __call__(self, *args, **kwds):
        # What was missing a while ago may be there now.
        _garter.missing_docs()
        answer = super().__call__(*args, **kwds)
        reason = _garter.missing_docs()
        if reason is not None:
            print(
                f"The texts on what is built in did not arrive ({reason}); ask again when they are there."
            )
        return answer


Helper.__name__ = Helper.__qualname__ = "_Helper"
Helper.__module__ = _sitebuiltins.__name__
Helper.__doc__ = _sitebuiltins._Helper.__doc__
