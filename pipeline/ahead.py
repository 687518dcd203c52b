"""Items in batches of what is there already: a slow giver is answered item by item, a fast one many at a time."""

import queue
import threading
from collections.abc import Iterable, Iterator
from typing import TypeVar

Item = TypeVar("Item")
_END = object()


def batches_ahead(items: Iterable[Item], *, most: int) -> Iterator[list[Item]]:
    """Lists of at most `most` items in order; each holds at least one, and no more than could be had without waiting.

    The items are taken from a thread of their own. What it raises is raised here, behind the items before it.
    """
    waiting: queue.Queue[object] = queue.Queue(maxsize=2 * most)

    def take() -> None:
        try:
            for item in items:
                waiting.put(item)
            waiting.put(_END)
        except BaseException as error:
            waiting.put(_Raised(error))

    threading.Thread(target=take, daemon=True).start()
    while True:
        batch: list[Item] = []
        last: object = None
        while len(batch) < most:
            try:
                item = waiting.get(block=not batch)
            except queue.Empty:
                break
            if item is _END or isinstance(item, _Raised):
                last = item
                break
            batch.append(item)  # type: ignore[arg-type]
        if batch:
            yield batch
        if isinstance(last, _Raised):
            raise last.error
        if last is _END:
            return


class _Raised:
    """What the giver raised."""

    def __init__(self, error: BaseException) -> None:
        self.error = error
