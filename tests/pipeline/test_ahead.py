"""Reading ahead: in order, whole, and without waiting for more than is there."""

import threading
from collections.abc import Iterator

import pytest

from pipeline.ahead import batches_ahead


def test_items_come_in_order_and_whole():
    batches = list(batches_ahead(range(100), most=7))
    assert [item for batch in batches for item in batch] == list(range(100))
    assert all(1 <= len(batch) <= 7 for batch in batches)


def test_an_item_is_handed_on_before_the_next_one_is_there():
    asked = threading.Event()

    def slowly() -> Iterator[str]:
        yield "first"
        assert asked.wait(10)
        yield "second"

    batches = batches_ahead(slowly(), most=16)
    assert next(batches) == ["first"]
    asked.set()
    assert next(batches) == ["second"]


def test_a_failure_is_raised_behind_the_items_before_it():
    def failing() -> Iterator[int]:
        yield 1
        raise ValueError("the line broke")

    batches = batches_ahead(failing(), most=4)
    assert next(batches) == [1]
    with pytest.raises(ValueError, match="the line broke"):
        next(batches)
