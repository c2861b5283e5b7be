class InsufficientFunds(Exception):
    def __init__(self, needed, available):
        super().__init__(f"needs {needed}, has {available}")
        self.needed = needed
        self.available = available


class Account:
    interest = 0.02
    _count = 0

    def __init__(self, owner, balance=0):
        self.owner = owner
        self._balance = balance
        Account._count += 1
        self.number = Account._count

    @property
    def balance(self):
        return self._balance

    @balance.setter
    def balance(self, value):
        if value < 0:
            raise InsufficientFunds(self._balance - value, self._balance)
        self._balance = value

    def transfer(self, other, amount):
        self.balance -= amount
        other.balance += amount

    @staticmethod
    def format(amount):
        return f"{amount:,.2f} €"

    def __repr__(self):
        return f"{type(self).__name__}({self.owner!r}, {self.balance})"


class Savings(Account):
    interest = 0.05

    def add_interest(self):
        self.balance = round(self.balance * (1 + self.interest), 2)


ann, bob = Account("Ann", 1000), Savings("Bob")
ann.transfer(bob, 300)
bob.add_interest()
print(ann, bob, Account.format(1234567.5))
try:
    ann.transfer(bob, 5000)
except InsufficientFunds as error:
    print("refused:", error, error.available)
print(isinstance(bob, Account), issubclass(Savings, Account), Savings.__mro__)
print(vars(ann), ann.number, bob.number)
ann.balance = -1
