"""A JSON file to articles: an array of objects, one object, or one object that holds a single array of them.

Fields are taken by the names of the contract, by those that a column would be known by, or as mapped.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from sayso.errors import InputError
from sayso.ingest.columns import article_of, chosen, row_bytes
from sayso.ingest.json_lines import loads
from sayso.ingest.sourced import Sourced, Wanted, failed, read

_BOM = b"\xef\xbb\xbf"


def sourced(data: bytes, name: str, wanted: Wanted) -> Iterator[Sourced]:
    """One item an object; ``line`` is its number, counted from 1, where there are several."""
    try:
        objects = _objects(loads(data.removeprefix(_BOM)))
        names = list(dict.fromkeys(str(key) for each in objects[:100] for key in each))
        taken = chosen(_reachable(names, wanted), wanted, name)
    except UnicodeDecodeError as error:
        yield failed(name, f"the file is not UTF-8: byte {error.start}; convert it")
        return
    except RecursionError:
        yield failed(name, "the file is not usable JSON: nested too deeply")
        return
    except InputError as error:
        yield failed(name, error)
        return
    except ValueError as error:
        yield failed(name, f"the file is not JSON: {error}; with one object a line, name it .jsonl")
        return
    seen: set[str] = set()
    for number, each in enumerate(objects, 1):
        line = number if len(objects) > 1 else None
        try:
            article = article_of(each, taken, wanted, name)
            if article.given_id in seen:
                raise InputError(f"the id {article.given_id!r} has been used by an earlier object")
        except InputError as error:
            yield failed(name, error, line)
            continue
        if article.given_id is not None:
            seen.add(article.given_id)
        yield read(name, article, row_bytes(each), line)


def _objects(held: Any) -> list[Mapping[str, Any]]:
    """The objects that are articles."""
    if isinstance(held, dict):
        lists = [each for each in held.values() if isinstance(each, list) and each and isinstance(each[0], dict)]
        listed = (
            lists[0]
            if len(lists) == 1 and not any(isinstance(held.get(name), str) for name in ("text", "body"))
            else [held]
        )
    else:
        listed = held
    if not isinstance(listed, list) or not listed or not all(isinstance(each, dict) for each in listed):
        raise InputError("the file holds no objects: it must be an array of them, or one")
    return listed


def _reachable(names: list[str], wanted: Wanted) -> list[str]:
    """The names of the fields, and those that were mapped and lie inside one."""
    inside = [column for column in wanted.columns.values() if column.partition(".")[0] in names]
    return list(dict.fromkeys([*names, *inside]))
