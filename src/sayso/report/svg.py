"""Charts as SVG that a page may hold: no script, no reference outside the page, a title and a description for who cannot see them.

The renderer turns ``#st1_…`` into an address on the network and refuses some others; here only the fragment is kept, and only if
it is an anchor of the page.
"""

import re
from collections.abc import Collection
from xml.etree import ElementTree

SVG, XLINK = "http://www.w3.org/2000/svg", "http://www.w3.org/1999/xlink"
ELEMENTS = frozenset({"svg", "g", "path", "line", "rect", "text", "tspan", "a", "title", "desc"})
ATTRIBUTES = frozenset(
    {
        *(
            "viewBox",
            "d",
            "x",
            "y",
            "x1",
            "x2",
            "y1",
            "y2",
            "dx",
            "dy",
            "width",
            "height",
            "transform",
            "fill",
            "stroke",
        ),
        *("stroke-width", "stroke-dasharray", "stroke-opacity", "fill-opacity", "opacity", "text-anchor", "font-size"),
        *("font-weight", "font-style", "aria-label", "aria-hidden", "class", "stroke-miterlimit"),
    }
)
_ANCHOR = re.compile(r"[A-Za-z0-9_-]+")
_DECIMALS = re.compile(r"(-?\d+\.\d\d)\d+")


def embedded(drawn: str, *, anchor: str, title: str, text: str, anchors: Collection[str]) -> str:
    """``drawn`` as an element of the page: links lead to one of ``anchors`` or are no links; ``anchor`` makes ids unique."""
    root = ElementTree.fromstring(drawn)  # noqa: S314  (made by our own renderer a moment ago)
    made = _clean(root, frozenset(anchors))
    if made is None:
        raise ValueError("the renderer drew no SVG")
    for name in ("width", "height"):
        made.attrib.pop(name, None)
    made.set("xmlns", SVG)
    made.set("role", "group")
    made.set("aria-labelledby", f"{anchor}-title {anchor}-text")
    for name, words in (("text", text), ("title", title)):
        element = ElementTree.Element("desc" if name == "text" else "title", {"id": f"{anchor}-{name}"})
        element.text = words
        made.insert(0, element)
    return ElementTree.tostring(made, encoding="unicode")


def _clean(element: ElementTree.Element, anchors: Collection[str]) -> ElementTree.Element | None:
    """A copy with what is allowed alone; None where nothing of it is to be seen."""
    name = element.tag.removeprefix(f"{{{SVG}}}")
    if name not in ELEMENTS or element.get("opacity") == "0" or element.get("display") == "none":
        return None
    made = ElementTree.Element(name)
    for key, value in element.attrib.items():
        if key in ATTRIBUTES and "url(" not in value:
            made.set(key, _DECIMALS.sub(r"\1", value))
    made.text = element.text
    for child in element:
        kept = _clean(child, anchors)
        if kept is not None:
            made.append(kept)
    if name == "a":
        return _link(made, element.get(f"{{{XLINK}}}href") or element.get("href") or "", anchors)
    if name == "g" and not len(made):
        return None
    if name == "path" and not made.get("d"):
        return None
    return made


def _link(made: ElementTree.Element, href: str, anchors: Collection[str]) -> ElementTree.Element:
    fragment = href.partition("#")[2]
    if not _ANCHOR.fullmatch(fragment) or fragment not in anchors:
        made.tag = "g"
        return made
    made.set("href", f"#{fragment}")
    label = next((child.get("aria-label") for child in made if child.get("aria-label")), None)
    if label:
        made.set("aria-label", label)
        for child in made:
            child.attrib.pop("aria-label", None)
    return made
