"""Channels take notices and give the text they leave as."""

from datetime import timedelta

import feedparser
import pytest

from alerts.atom import render_feed
from alerts.channels import CHANNELS, channel, get
from tests.alerts.examples import NOW, SENTENCE, notice
from tradeclaims.errors import Misconfigured


def test_channels_are_found_by_name() -> None:
    assert get("print") is channel("print") is CHANNELS["print"]
    assert get("print").name == "print"


def test_an_unknown_channel_is_named_with_those_there_are() -> None:
    with pytest.raises(Misconfigured, match="no alert channel 'pager'; there are atom, print"):
        get("pager")


def test_print_gives_subject_reason_and_address() -> None:
    assert get("print").send([notice()]) == "KORUS: request\n  because  because\n  document https://news.example/1\n"
    assert get("print").send([]) == ""
    assert "document" not in get("print").send([notice(url=None)])


def test_control_characters_do_not_reach_the_terminal() -> None:
    sent = get("print").send([notice(subject="a\x1b[31mred\x07", reason="two\nlines")])
    assert "\x1b" not in sent
    assert "\x07" not in sent
    assert sent.splitlines()[1] == "  because  two lines"


def test_the_feed_is_read_back_by_a_feed_reader() -> None:
    later = notice(key="o2", subject="<b>Later</b> & more", created_at=NOW + timedelta(hours=1))
    feed = feedparser.parse(render_feed([notice(), later]))
    assert not feed.bozo
    assert [entry.title for entry in feed.entries] == ["<b>Later</b> & more", "KORUS: request"]
    assert feed.feed.updated == "2017-07-13T13:00:00Z"
    first = feed.entries[1]
    assert (first.link, first.summary, first.content[0].value, first.updated) == (
        "https://news.example/1",
        "because",
        SENTENCE,
        "2017-07-13T12:00:00Z",
    )
    assert len({entry.id for entry in feed.entries}) == 2


def test_a_notice_sent_by_two_channels_is_one_entry() -> None:
    assert render_feed([notice(), notice(channel="atom")]).count(b"<entry>") == 1


def test_the_feed_depends_on_the_notices_alone() -> None:
    pair = [notice(), notice(key="o2")]
    assert render_feed(pair) == render_feed(pair[::-1])


def test_an_empty_feed_is_a_feed() -> None:
    feed = feedparser.parse(render_feed([]))
    assert not feed.bozo
    assert feed.entries == []


def test_characters_that_xml_cannot_carry_are_left_out() -> None:
    feed = feedparser.parse(render_feed([notice(subject="a\x00b\x1bc\ud800d\ufffe", rule="r\x01 x")]))
    assert not feed.bozo
    assert feed.entries[0].title == "a b c d"


def test_the_atom_channel_gives_the_feed() -> None:
    assert get("atom").send([notice()]).encode() == render_feed([notice()])
