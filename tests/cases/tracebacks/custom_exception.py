class ShopError(Exception):
    pass


class SoldOut(ShopError):
    def __str__(self):
        return f"no more {self.args[0]}"


def buy(item):
    raise SoldOut(item)


buy("bread")
