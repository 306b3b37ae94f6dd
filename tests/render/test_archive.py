import re
import zlib

import pydyf

from stratkit.render.archive import _seal


def test_no_stream_ends_in_a_return() -> None:
    """A reader that takes both characters for the end of a line would count one byte too few."""
    mended = 0
    for number in range(2000):
        content = "y" * number
        written = pydyf.Stream([content], compress=True).data
        sealed = _seal(written)
        assert not sealed.endswith(b"\r\nendstream")
        length = re.search(rb"/Length (\d+)", sealed)
        assert length
        body = sealed.partition(b"\nstream\n")[2][: int(length[1])]
        assert sealed.endswith(body + b"\nendstream")
        assert zlib.decompressobj().decompress(body) == content.encode()
        assert (sealed == written) != written.endswith(b"\r\nendstream")
        mended += sealed != written
    assert mended > 2
