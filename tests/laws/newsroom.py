"""An article that keeps changing, and parsers that read it differently: other findings, fields, ids and orders."""

from __future__ import annotations

import hashlib
from random import Random

from briefwright.model.factsheet import (
    Actor,
    ArticleInfo,
    Event,
    Evidence,
    FactSheet,
    Generated,
    Item,
    OpenQuestion,
    Position,
    Topic,
)
from briefwright.model.text import slug

SENTENCES = (
    "The ferry from Ostby to Quill will stop in June.",
    '"We are not: ready", said Mara Denholm.',
    "It is not clear who pays # and when.",
    "The council at Quill denied it.",
    "no",
    "Owners want 1e3 crowns, {{ not }} less - now.",
    "{Braces} and [brackets], it's said; 'so'.",
    "Émile Öster 😀 warned the port.",
    "| a | b | <script>x</script>",
    "The port asked for time.",
    "Line one of it\nand line two of it.",
    "& more *was* promised!",
)
ACTORS = (("Mara Denholm", "Denholm"), ("Quill council", "council"), ("port of Ostby", "port"), ("No", "no"))
TOPICS = (Topic(id="ferry", name="Ferry"), Topic(id="money", name="Money"))
KINDS = ("person", "group", "organisation")
OUTLETS = (None, "The Quill", "Ostby Post: evening")
PARSERS = 12
"""How many parsers there are; number 0 finds everything and says it plainly."""
CHANGES = ("none", "add", "remove", "move", "alter", "repeat", "rewrite")


def changed(sentences: tuple[str, ...], change: str, random: Random) -> tuple[str, ...]:
    """The article's sentences after a change of this kind."""
    left, at = list(sentences), random.randrange(len(sentences) or 1)
    unused = [s for s in SENTENCES if s not in sentences] or list(SENTENCES)
    if change == "add":
        left.insert(at, random.choice(unused))
    elif change == "repeat" and left:
        left.insert(at, random.choice(left))
    elif change == "remove" and left:
        del left[at]
    elif change == "move" and left:
        left.append(left.pop(at))
    elif change == "alter" and left:
        left[at] = altered(left[at], random.random() < 0.5)
    elif change == "rewrite":
        left = [s for s in unused if random.random() < 0.7]
    return tuple(left)


def altered(sentence: str, early: bool) -> str:
    """The sentence with more words: behind its first one, so that the parsers give its finding another id, or late."""
    if not early:
        return sentence[:-1] + " after all" + sentence[-1]
    first, *rest = sentence.split(" ")
    return " ".join([first, "then", *rest])


def unaltered(words: str) -> str:
    """The words as they were before any alteration, on one line."""
    return " ".join(words.split()).replace(" then", "").replace(" after all", "")


def text_of(sentences: tuple[str, ...]) -> str:
    """The normalised text."""
    return " ".join(sentences) + "\n"


def parsed(sentences: tuple[str, ...], parser: int) -> FactSheet:
    """What one of the parsers makes of the article: the same sheet for the same article, always."""
    random, text = Random(parser), text_of(sentences)  # noqa: S311 # dice of a test
    sure = 1.0 if parser == 0 else 0.7
    actors = tuple(_actor(random, *names) for names in ACTORS if random.random() < sure)
    words = random.choice((3, 6)) if parser else 6
    items: dict[str, list[Item]] = {"positions": [], "open_questions": [], "events": []}
    for sentence in dict.fromkeys(sentences):
        mood = Random(f"{parser} {sentence}")  # noqa: S311
        if mood.random() < sure:
            section, item = _finding(mood, parser, sentence, words, text, [a.id for a in actors])
            if item.id not in {i.id for i in items[section]}:
                items[section].append(item)
    if parser % 3 == 2:
        for found in items.values():
            random.shuffle(found)
    info = ArticleInfo(
        id="ferry",
        title=random.choice(SENTENCES) if parser else SENTENCES[0],
        outlet=random.choice(OUTLETS),
        sha256=hashlib.sha256(text.encode()).hexdigest(),
    )
    first = [s for s in sentences if random.random() < 0.5]
    return FactSheet(
        schema=1,
        article=info,
        lead=tuple(e for s in first[:2] for e in quoted(s, text)),
        actors=actors,
        **{section: tuple(found) for section, found in items.items()},  # type: ignore[arg-type] # the fields, by name
        generated=Generated(parser=f"parser {parser}"),
    )


def topics(sheet: FactSheet) -> tuple[Topic, ...]:
    """The topics that the sheet's items have."""
    used = {t for item in (*sheet.positions, *sheet.open_questions) for t in item.topics}
    return tuple(topic for topic in TOPICS if topic.id in used)


def quoted(words: str, text: str, split: bool = False) -> tuple[Evidence, ...]:
    """Words of the text as evidence, where they first stand; in two pieces where `split`."""
    start, middle = text.index(words), len(words) // 2
    cuts = [(0, middle), (middle, len(words))] if split and middle > 1 else [(0, len(words))]
    return tuple(Evidence(quote=words[a:b], start=start + a, end=start + b) for a, b in cuts)


def _actor(random: Random, name: str, short: str) -> Actor:
    whole = random.random() < 0.8
    called = name if whole else short
    kind = random.choice(KINDS) if random.random() < 0.2 else KINDS[0]
    role = random.choice((None, "mayor", "head: of it"))
    return Actor(id=slug(called), name=called, kind=kind, role=role, aliases=(short,) if whole else ())


def _finding(random: Random, parser: int, sentence: str, words: int, text: str, actors: list[str]) -> tuple[str, Item]:
    evidence = quoted(sentence, text, random.random() < 0.2)
    about = tuple(random.sample(actors, k=random.randint(0, min(2, len(actors)))))
    told = sentence if parser == 0 or random.random() < 0.7 else f"Says: {sentence}"
    name = slug(sentence, words)
    kind = ord(sentence[0]) % 3
    if kind == 1:
        question = OpenQuestion(id=f"q-{name}", question=told, kind="asked", about=about, evidence=evidence)
        return "open_questions", question
    if kind == 2:
        return "events", Event(id=f"e-{name}", event=told, date=random.choice(("2023", None)), evidence=evidence)
    who = random.choice([*actors, None])
    topic = random.choice(((), ("ferry",), ("ferry", "money")))
    score = random.choice((0.5, 0.75))
    return "positions", Position(
        id=f"p-{name}", actor=who, act="assert", statement=told, about=about, topics=topic, score=score,
        evidence=evidence,
    )  # fmt: skip
