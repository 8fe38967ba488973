"""What the page of an audit says in words. Article text passes through ``plain``."""

from collections.abc import Mapping

from sayso.answers.audit import ArticleAudit
from sayso.answers.audit_sources import Source
from sayso.answers.headline import HeadlineState, Promise
from sayso.answers.reply import Reply, ReplyState
from sayso.cli.about_words import counted
from sayso.cli.output import plain

CLASS_NAMES: Mapping[str, str] = {
    "named": "persons by name",
    "body": "institutions",
    "group": "groups",
    "unnamed": "unnamed sources",
    "private": "private persons by description",
    "signer": "the signer of the text, as I or we",
    "open": "no source given",
}
TRAIT_NAMES: Mapping[str, str] = {
    "official": "officials and public bodies",
    "own_side": "on themselves or those they speak for",
    "unnamed_critical": "without a name, and critical",
}
WORDING_NAMES: Mapping[str, str] = {
    "quoted": "quoted",
    "paraphrased": "the source's, in paraphrase",
    "writer": "the writer's, about what is reported",
    "undecided": "undecided",
}
STATE_NAMES: Mapping[ReplyState, str] = {
    "replied": "replied",
    "declined": "declined",
    "unreachable": "could not be reached",
    "no_answer": "asked, no answer",
    "replied_elsewhere": "not here; replied in another article",
    "not_said": "not said whether asked",
}
HEADLINE_NAMES: Mapping[HeadlineState, str] = {
    "borne_out": "borne out by the body",
    "partly": "borne out in part",
    "summary_only": "not borne out by the body",
    "nothing_promised": "names no speaker and no claim of criticism or support",
}


def review(reviewed: int, rejected: int) -> str:
    if not reviewed:
        return "machine-coded, unreviewed"
    return f"machine-coded; {counted(reviewed, 'statement')} reviewed by a person, {rejected:,} rejected and left out"


def article_called(found: ArticleAudit) -> str:
    """Publisher, date, and title or headline; an id only where there is nothing."""
    metadata = found.article.metadata
    title = metadata.title or found.headline_text
    parts = [part for part in (metadata.publisher, metadata.published, title) if part]
    return plain(" · ".join(parts) or found.article.given_id or found.article.article_id)


def source_notes(each: Source) -> str:
    notes = [
        CLASS_NAMES[each.source_class].removesuffix("s by name")
        if each.source_class == "named"
        else CLASS_NAMES[each.source_class]
    ]
    notes += ["official"] if each.official else []
    notes += [f"speaks for {', '.join(plain(name) for name in each.speaks_for)}"] if each.speaks_for else []
    notes += [f"{counted(len(each.own_side), 'statement')} on its own side"] if each.own_side else []
    critical = dict.fromkeys(name for name, _ in each.critical)
    notes += [f"critical of {', '.join(plain(name) for name in critical)}"] if critical else []
    return " · ".join(notes)


def reply_words(row: Reply) -> str:
    """Who, by whom criticised, and what of a reply."""
    critics = ", ".join(plain(name) for name in row.critics)
    if row.critical:
        by = f" (criticised by {critics})" if critics else " (criticised; by whom is open)"
    else:
        by = " (criticised by the writer)" if row.voices else ""
    told = f"{plain(row.name)}{by}: {STATE_NAMES[row.state]}"
    if row.quoted and row.state != "replied":
        told += f"; quoted on other things in {counted(len(row.quoted), 'statement')}"
    if row.elsewhere and row.state != "replied_elsewhere":
        told += "; replied in another article"
    return told


def promise_words(each: Promise) -> str:
    verb = {"critical": "criticises", "supportive": "supports"}.get(each.sign or "", "speaks")
    on = f" {plain(each.object)}" if each.object and each.sign else ""
    who = f"“{plain(each.span.text)}”"
    if each.what == "breadth":
        told = (
            f"{each.passage}: {who}, {'criticism of' if each.sign == 'critical' else 'support for'}{on or ' somebody'}"
        )
        names = f" ({', '.join(plain(name) for name in each.speakers)})" if each.speakers else ""
        return f"{told}: {counted(len(each.speakers), 'speaker')} in the body{names}"
    if each.what == "claim":
        verb = "without saying who"
    if each.what == "group":
        verb = f"said to {'criticise' if each.sign == 'critical' else 'support'}"
    told = f"{each.passage}: {who} {verb}{on}"
    if each.verdict == "summary_only":
        return f"{told}: no statement of theirs in the body bears it out"
    names = ", ".join(plain(name) for name in each.speakers)
    return f"{told}: borne out{f' by {names}' if names else ''}"
