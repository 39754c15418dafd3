"""A module for `par_index.review.confined` to ask; it does as it is told."""

from __future__ import annotations

import os
import time
from typing import Any

from par_index.review.confined import serve


def answer(question: bytes) -> dict[str, Any]:
    match question.partition(b":")[0]:
        case b"sleep":
            time.sleep(60)
        case b"eat":
            return {"fault": "", "size": len(bytearray(4_000_000_000))}
        case b"die":
            os._exit(3)
        case b"print":
            print('{"fault": "printed"}', flush=True)
            os.write(1, b'{"fault": "written"}\n')
        case b"nest":
            return answer_deeply(0)
    return {"fault": "", "size": len(question), "pid": os.getpid()}


def answer_deeply(depth: int) -> dict[str, Any]:
    return answer_deeply(depth + 1)


if __name__ == "__main__":
    serve(answer)
