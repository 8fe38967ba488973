"""Blocks of a plain text: what is headline, body, caption or pull quote, and what is furniture.

Decided from the text alone, paragraph by paragraph, so that a reading depends on nothing else. Furniture
(menus, share links, a title repeated before the headline) stays in the text and yields no statement.
When in doubt a paragraph is body: a menu read as prose costs little, prose read as a menu loses a statement.
"""

import re
from collections.abc import Sequence

from sayso.extract.paragraphs import Range
from sayso.records.article import Block, BlockKind
from sayso.records.span import Span

HEADLINE_WORDS = 30
"""A longer first paragraph is not a headline."""

STANDFIRST_WORDS = (5, 40)
"""Words of a standfirst, at least and at most: shorter lines are kickers, longer ones leads."""

MENU_WORDS = 14
"""A longer line is prose, whatever its words."""

COLUMNS, ENTRY_WORDS = 4, 3
"""Entries of a menu that is set in columns, at least; and words of each, at most."""

LOOKAHEAD = 4
"""Paragraphs from the top in which a repeated title is looked for."""

_SECTIONS = frozenset(
    [
        "home",
        "news",
        "world",
        "politics",
        "business",
        "economy",
        "markets",
        "finance",
        "money",
        "opinion",
        "comment",
        "editorial",
        "editorials",
        "sport",
        "sports",
        "culture",
        "arts",
        "science",
        "health",
        "tech",
        "technology",
        "travel",
        "lifestyle",
        "life",
        "style",
        "video",
        "videos",
        "photos",
        "pictures",
        "podcasts",
        "local",
        "national",
        "international",
        "region",
        "regional",
        "europe",
        "africa",
        "asia",
        "america",
        "americas",
        "middle",
        "east",
        "uk",
        "us",
        "iran",
        "protests",
        "elections",
        "election",
        "media",
        "about",
        "contact",
        "login",
        "log",
        "in",
        "sign",
        "up",
        "register",
        "subscribe",
        "newsletter",
        "newsletters",
        "search",
        "menu",
        "more",
        "sections",
        "live",
        "weather",
        "obituaries",
        "jobs",
        "archive",
        "help",
        "donate",
        "support",
        "account",
        "profile",
        "latest",
        "top",
        "stories",
        "most",
        "read",
        "trending",
        "features",
        "interviews",
        "analysis",
        "letters",
        "columnists",
        "columns",
        "letters",
        "blogs",
        "blog",
        "women",
        "society",
        "environment",
        "climate",
        "education",
        "crime",
        "courts",
        "law",
        "war",
        "crisis",
        "government",
        "parliament",
        "press",
        "releases",
        "statements",
        "reports",
        "english",
        "all",
    ]
)
_GAP = re.compile(r"[ \u00a0]{2,}|\t+")
_SEPARATORS = re.compile(r"\s*[|›»>•·/→]\s*")

_FURNITURE_LINE = re.compile(
    r"""^[^\w“"‘'«]*(?:
      exit\ mobile\ version | skip\ to\ (?:main\ )?content | back\ to\ top | advertisements? | advertising | sponsored\ links?
    | (?:please\ )?share\ (?:this|on|via|with|the|article|story)\b.{0,60} | share | tweet(?:\ this)? | pin\ it | print(?:\ this.{0,20})? | e-?mail(?:\ this.{0,30})?
    | (?:facebook|twitter|whatsapp|telegram|linkedin|reddit|instagram|copy\ link|pinterest)(?:\W+(?:facebook|twitter|x|whatsapp|telegram|linkedin|reddit|instagram|e-?mail|print|copy\ link|pinterest|share|more))*
    | click\ (?:here\ )?to\ .{1,60} | (?:read|see|watch|find\ out)\ (?:more|also|next)\b.{0,90} | (?:continue|keep)\ reading\b.{0,60}
    | (?:sign\ up|subscribe|register)\b.{0,80} | (?:follow|like|join)\ us\b.{0,60} | (?:view|leave|add|post|show|hide)\ (?:all\ |a\ )?comments?\b.{0,20}
    | \d+\ comments? | comments?(?:\ \(\d+\)|\ closed|\ are\ closed)? | (?:most|also)\ (?:read|popular|viewed|shared)\b.{0,40} | trending(?:\ now)? | (?:you\ (?:may|might)\ also\ like|recommended(?:\ for\ you)?|more\ from\ .{1,50}|more\ on\ this(?:\ story)?|more\ stories)
    | (?:all\ rights\ reserved|copyright\b|©|\(c\)\ \d{4}).{0,120} | loading\W* | listen\ to\ this\ article.{0,20} | \d+\ min(?:ute)?s?\ read
    | (?:previous|next)\ (?:article|post|story)\b.{0,90} | tags?\s*:.{0,120} | filed\ under\b.{0,90} | (?:we\ use|this\ site\ uses)\ cookies\b.{0,200} | accept\ (?:all\ )?cookies
    | related(?:\ (?:articles?|stories|news|posts?|topics|links?|coverage|content))?\s*:?
    )\W*$""",
    re.IGNORECASE | re.VERBOSE,
)
_TAIL_OPENER = re.compile(
    r"^\W*(?:related(?:\ (?:articles?|stories|news|posts?|links?|coverage|content))?|most\ (?:read|popular)|read\ (?:also|next)"
    r"|more\ (?:on\ this(?:\ story)?|stories|from\ .{1,40})|you\ (?:may|might)\ also\ like|recommended(?:\ for\ you)?|trending(?:\ now)?)\W*$".replace(
        "\\ ", " "
    ),
    re.IGNORECASE,
)
_CAPTION = re.compile(
    r"^\W*(?:photo(?:graph)?|image|picture|file photo|caption|pictured|illustration|graphic|video)\s*[:|]"
    r"|\((?:photo|image|picture|file|credit|photo by|file photo)\b[^()]{0,80}\)\W*$|\b(?:file photo|photo|image|credit|courtesy)\s*[:/]\s*[^.]{2,60}\W*$",
    re.IGNORECASE,
)
_SENTENCE_END = re.compile("[.!?…][”\"’')\\]]*$")
_QUOTED = re.compile("[“”\"«»]|''")
_BYLINE = re.compile(
    r"^\W*(?:By|From|Words|Text|Reporting)\s(?:[A-Z][\w’'.-]+\s?){1,4}(?:[,|·•].{0,80}|and\s.{0,80})?$"
)
_NOTICE = re.compile(
    r"^\W*(?:all rights reserved|copyright (?:©|\(c\)|\d{4})|©|\(c\) \d{4}|(?:sign up|subscribe|register) (?:for|to|now|here|today)\b.*"
    r"(?:newsletter|e-?mail|updates|inbox|alerts)|(?:we use|this site uses) cookies|(?:read|see|watch) (?:more|also|next)\s*[:|–—-]|(?:follow|like|join) us on\b)",
    re.IGNORECASE,
)
_CURLY = str.maketrans("‘’“”", "''\"\"")


def blocks(text: str, paragraphs: Sequence[Range]) -> list[Block]:
    """One block a paragraph, in order; neighbours of the same kind are kept apart."""
    lines = [text[start:end] for start, end in paragraphs]
    kinds = _kinds(lines)
    return [Block(kind, Span.of(text, *where)) for kind, where in zip(kinds, paragraphs, strict=True)]


def _kinds(lines: Sequence[str]) -> list[BlockKind]:
    furniture = _furniture(lines)
    headline = _headline(lines, furniture)
    quoted = _pull_quotes(lines, furniture)
    standfirst = _standfirst(lines, furniture, headline)
    kinds: list[BlockKind] = []
    for n, line in enumerate(lines):
        if n in furniture:
            kinds.append("furniture")
        elif n == headline:
            kinds.append("headline")
        elif n == standfirst:
            kinds.append("standfirst")
        elif _CAPTION.search(line) and len(line.split()) <= 60:
            kinds.append("caption")
        elif n in quoted:
            kinds.append("pull_quote")
        else:
            kinds.append("body")
    return kinds


def _furniture(lines: Sequence[str]) -> set[int]:
    found = {n for n, line in enumerate(lines) if len(line) <= 240 and (_is_furniture(line) or _is_menu(line))}
    return found | _repeated_titles(lines, found) | _related_tail(lines)


def _is_furniture(line: str) -> bool:
    """A set phrase; one that goes on like a sentence, with a full stop or a quotation, only if it is a notice."""
    if not _FURNITURE_LINE.match(line):
        return False
    like_prose = len(line.split()) > 3 and (line.rstrip().endswith(".") or _QUOTED.search(line))
    return not like_prose or _NOTICE.match(line) is not None


def _is_menu(line: str) -> bool:
    """Only section names, at least three of them or joined by separators; a breadcrumb that starts at Home."""
    pieces = [piece for piece in _SEPARATORS.split(line) if piece]
    if _in_columns(line):
        return True
    words = re.findall(r"[^\W\d_]+", line.casefold())
    if not words or len(words) > MENU_WORDS or _SENTENCE_END.search(line):
        return False
    known = sum(word in _SECTIONS or word in ("and", "the") for word in words)
    if words[0] == "home" and (len(pieces) > 1 or known >= min(3, len(words))):
        return True
    return known == len(words) and (len(words) >= 3 or len(pieces) >= 2)


def _in_columns(line: str) -> bool:
    """Several short entries set apart by wide gaps, as the items of a menu are: "Menu  News  Sport  Log in"."""
    entries = [entry for entry in _GAP.split(line.strip()) if entry]
    return (
        len(entries) >= COLUMNS
        and all(len(entry.split()) <= ENTRY_WORDS and entry[0].isupper() for entry in entries)
        and _SENTENCE_END.search(line) is None
    )


def _repeated_titles(lines: Sequence[str], furniture: set[int]) -> set[int]:
    """Near the top, a line that ends with a later short line (menu and title), or repeats an earlier one."""
    found: set[int] = set()
    top = [n for n in range(min(LOOKAHEAD, len(lines))) if n not in furniture]
    for at, earlier in enumerate(top):
        for later in top[at + 1 :]:
            title = _plain(lines[later])
            if not 3 <= len(title.split()) <= HEADLINE_WORDS or _SENTENCE_END.search(lines[later]):
                continue
            menu = _plain(lines[earlier]).removesuffix(title)
            if menu != _plain(lines[earlier]) and len(menu.split()) <= MENU_WORDS:
                found.add(earlier if menu else later)
    return found


def _related_tail(lines: Sequence[str]) -> set[int]:
    """A heading such as "Related articles" in the second half, and the bare titles under it to the end."""
    for n in range(len(lines) // 2, len(lines)):
        rest = lines[n + 1 :]
        if _TAIL_OPENER.match(lines[n]) and all(len(line) <= 140 and not _SENTENCE_END.search(line) for line in rest):
            return set(range(n, len(lines)))
    return set()


def _headline(lines: Sequence[str], furniture: set[int]) -> int | None:
    prose = [n for n in range(len(lines)) if n not in furniture]
    if len(prose) < 2:
        return None
    first = lines[prose[0]]
    short = len(first.split()) <= HEADLINE_WORDS and not first.rstrip().endswith((".", ":", ",", ";"))
    follows = any(len(lines[n].split()) > len(first.split()) for n in prose[1:4])
    return prose[0] if short and follows and "\n" not in first else None


def _standfirst(lines: Sequence[str], furniture: set[int], headline: int | None) -> int | None:
    """The line after the headline that ends no sentence and has longer prose after it, or that stands before a byline."""
    after = [n for n in range(len(lines)) if n not in furniture and headline is not None and n > headline]
    if len(after) < 2 or _CAPTION.search(lines[after[0]]) or _BYLINE.match(lines[after[0]]):
        return None
    line, follows = lines[after[0]], lines[after[1]]
    words = len(line.split())
    if not STANDFIRST_WORDS[0] <= words <= STANDFIRST_WORDS[1] or "\n" in line:
        return None
    before_byline = _BYLINE.match(follows) is not None
    before_prose = (
        _SENTENCE_END.search(line) is None
        and _SENTENCE_END.search(follows) is not None
        and len(follows.split()) > words
    )
    return (
        after[0] if before_byline or (before_prose and not line.rstrip().endswith((":", ",", ";", "–", "—"))) else None
    )


def _pull_quotes(lines: Sequence[str], furniture: set[int]) -> set[int]:
    """Short paragraphs that stand in the running text word for word elsewhere."""
    candidates = [n for n, line in enumerate(lines) if 25 <= len(line) <= 300 and n not in furniture and n > 0][:200]
    long_ones = [(n, _bare(line)) for n, line in enumerate(lines) if len(line) > 60 and n not in furniture]
    return {
        n
        for n in candidates
        if len(words := _bare(lines[n])) >= 20
        and any(other != n and len(line) > len(words) + 20 and words in line for other, line in long_ones)
    }


def _plain(line: str) -> str:
    return " ".join(line.translate(_CURLY).split()).casefold()


def _bare(line: str) -> str:
    return _plain(line).strip("\"'.,!?… ")
