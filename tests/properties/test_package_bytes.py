"""Packages: what is packed is opened, and no other bytes are taken for it."""

import datetime
import string

from hypothesis import example, given, settings
from hypothesis import strategies as st
from support.packages import archive, files_of, opened, refused, register

from par_index.reading.digests import sha256_of
from par_index.review.packages.building import build
from par_index.review.packages.contents import Document, Info, Parts
from par_index.review.packages.names import is_plain
from par_index.review.packages.register import read_register

CONTENTS = st.binary(max_size=60)
NAMES = st.text(string.ascii_letters + string.digits + "._-", min_size=1, max_size=12).filter(
    is_plain
)
LINES = st.text(
    st.characters(exclude_categories=("Cs", "Cc", "Zl", "Zp")), min_size=1, max_size=20
).filter(lambda text: text == " ".join(text.split()))
IDS = st.text(string.ascii_lowercase + "=+-@'.", min_size=1, max_size=8)
INFOS = st.builds(
    Info,
    LINES,
    LINES,
    st.integers(2000, 2100),
    st.dates(datetime.date(2000, 1, 1), datetime.date(2100, 1, 1)),
    st.sampled_from(["", "1:9f3a51c0", "12:" + "0" * 64]),
)


@st.composite
def parts(draw: st.DrawFn) -> Parts:
    """Any parts that fit one another, whatever they hold."""
    names = draw(st.lists(NAMES, max_size=4, unique_by=str.lower))
    documents = {name: draw(CONTENTS) for name in sorted(names)}
    ids = draw(st.lists(IDS, min_size=len(names), max_size=6, unique=True))
    listed = [
        Document(id, f"{id}.pdf", name, len(data), sha256_of(data))
        for id, (name, data) in zip(ids, documents.items(), strict=False)
    ]
    listed += [Document(id, "") for id in ids[len(listed) :]]
    more = draw(st.dictionaries(NAMES.map(str.lower), CONTENTS, max_size=2))
    criteria = {"measures.yaml": draw(CONTENTS), "set.yaml": draw(CONTENTS)} | more
    return Parts(
        draw(INFOS),
        draw(CONTENTS),
        dict(sorted(criteria.items())),
        draw(CONTENTS),
        register(listed),
        documents,
    )


@given(parts())
def test_what_is_packed_is_opened(one: Parts) -> None:
    package = opened(build(one))
    assert package.parts == one
    assert build(package.parts) == build(one)
    assert package.register == read_register(one.register)


@given(parts(), st.data())
def test_no_other_bytes_are_opened_as_the_same(one: Parts, draws: st.DataObject) -> None:
    data = bytearray(build(one))
    start = draws.draw(st.integers(0, len(data)))
    end = draws.draw(st.integers(start, min(len(data), start + 9)))
    put = draws.draw(st.binary(max_size=9))
    changed = bytes(data[:start] + put + data[end:])
    if changed != data:
        assert refused(lambda: opened(changed))


@given(parts(), st.data())
def test_files_with_other_contents_are_never_opened(one: Parts, draws: st.DataObject) -> None:
    """Every check sum of the archive is right; the lists within are not."""
    files = files_of(one)
    path = draws.draw(st.sampled_from(sorted(files)))
    content = draws.draw(CONTENTS)
    if content != files[path]:
        assert refused(lambda: opened(archive(files | {path: content})))


@given(parts(), parts())
def test_two_packages_have_one_digest_only_if_they_are_one(one: Parts, other: Parts) -> None:
    same = opened(build(one)).digest == opened(build(other)).digest
    assert same == (one == other)


@settings(max_examples=300)
@given(st.one_of(st.binary(max_size=200), st.binary(max_size=40).map(lambda end: b"PK\5\6" + end)))
@example(b"PK\5\6" + b"\0" * 18)
@example(b"PK\5\6" + b"\xff" * 18)
@example(b"PK\1\2" * 20 + b"PK\5\6" + b"\0" * 18)
def test_any_bytes_are_refused_and_nothing_else_happens(data: bytes) -> None:
    assert refused(lambda: opened(data))
