from __future__ import annotations

from typing import Generic, Literal, NamedTuple, Optional, Protocol, TypedDict, TypeVar, get_type_hints

T = TypeVar("T")


class Stack(Generic[T]):
    def __init__(self) -> None:
        self.items: list[T] = []

    def push(self, item: T) -> None:
        self.items.append(item)


class Movie(TypedDict, total=False):
    title: str
    year: int


class Employee(NamedTuple):
    name: str
    id: int = 3


class Speaks(Protocol):
    def speak(self) -> str: ...


class Dog:
    def speak(self) -> str:
        return "Wuff"


def talk(animal: Speaks, times: Literal[1, 2] = 1) -> Optional[str]:
    return " ".join([animal.speak()] * times)


def first[S](items: list[S]) -> S:
    return items[0]


type Pair = tuple[int, int]

print(talk(Dog(), 2), Employee("Ann"), Movie(title="X", year=1), first([1, 2]), Pair.__name__)
print(get_type_hints(talk)["return"], Stack[int], list[dict[str, int]], int | None)
stack: Stack[int] = Stack()
stack.push(1)
print(stack.items, Employee.__annotations__["id"], Movie.__total__)
