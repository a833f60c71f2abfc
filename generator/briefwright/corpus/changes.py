"""All utterances in; out those with which an actor turns.

It says no to what it said in an earlier article, opposes a thing that it supported there or the other way round, or the
article itself says that it backs away from something. Another act alone is no turn. Precision goes before recall: that
somebody turned is a charge. So one plain sentence says what stands under the other's negation, in nearly the same
words, or the thing has one name; and of an article only a few verbs are believed.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from briefwright.corpus.backing import Thing, thing
from briefwright.corpus.stances import Clause
from briefwright.corpus.utterances import Utterance, Utterances
from briefwright.model.corpus import Statement
from briefwright.model.order import grouped

ALIKE, OF_DENIED = 0.4, 0.6
"""Of the words of both sentences, by weight, the share that both have; and of the denied ones that the other says."""
LEAST_NAMED = 2
"""Words that name the thing for and against which somebody is: “the deal” may be another one months later."""
LEAST_SHARED = 3
"""Words that both have: of two, seven of ten turns were none."""
_TURNS = re.compile(
    r"\b(?:(?:walk(?:ed|s|ing)?|row(?:ed|s|ing)?) back|back(?:ed|s|ing) (?:off|away|down|out)|backtrack\w*|backpedal\w*"
    r"|revers(?:e[sd]?|ing) (?:course|h(?:er|im)self|itself|themselves|h(?:er|is)|its|their)"
    r"|abandon(?:ed|s|ing) (?:h(?:er|is)|its|their)|flip-?flopp\w*|recant(?:s|ed|ing)?|retract(?:s|ed|ing)?"
    r"|reneg(?:e[sd]?|ing)|relented|soften(?:ed|s|ing) (?:h(?:er|is)|its|their)|switched (?:sides|course)"
    r"|chang(?:ed|es|ing) (?:h(?:er|is)|its|their) (?:mind|position|stance|story|tone|tune|views?)"
    r"|(?:drop(?:s|ped|ping)?|with(?:drew|draws|drawn)) (?:h(?:er|is)|its|their) (?:\w+ ){0,2}"
    r"(?:bid|call|claim|demand|endorsement|objection|offer|opposition|plan|request|support|threat)s?"
    r"|no longer (?:believ|demand|insist|oppos|seek|support|want)\w*)",
    re.IGNORECASE,
)
_NOT_YET = re.compile(
    r"\b(?:could|if|may|might|never|not|no signs?|refus\w+|should|to|will|without|would)\b|n[’']t\b", re.IGNORECASE
)

Address = tuple[str, str]


def find_changes(said: Utterances) -> Mapping[Address, Statement | None]:
    """By sheet and id of a statement the newest earlier one that it says no to; None where its article tells a turn."""
    changes: dict[Address, Statement | None] = {}
    by_voice = grouped((one.voice, one) for one in said.told if one.voice)
    for own in by_voice.values():
        for later, earlier in chain(_contradicted(said, own), _taken_sides(said, own)):
            changes[later.sheet, later.id] = earlier
        for one in own:
            if _is_told(one.statement):
                changes.setdefault((one.statement.sheet, one.statement.id), None)
    return changes


def _is_told(statement: Statement) -> bool:
    turn = _TURNS.search(statement.cue or "")
    return turn is not None and not _NOT_YET.search(turn.string, 0, turn.start())


def _contradicted(said: Utterances, own: Sequence[Utterance]) -> Iterator[tuple[Statement, Statement]]:
    """The statements of one speaker that turn, each with the newest of those it turns from."""
    dated = [one for one in own if one.day is not None and not one.is_open]
    no = [one for one in dated if one.denied]
    for later in dated:
        against = no if not later.denied else dated
        before = [one for one in against if (one.day or 0) < (later.day or 0)]
        for earlier in reversed(before):
            if _says_no(said, later, earlier) or _says_no(said, earlier, later):
                yield later.statement, earlier.statement
                break


def _taken_sides(said: Utterances, own: Sequence[Utterance]) -> Iterator[tuple[Statement, Statement]]:
    """The same of those that are for a thing and were against it, or the other way round."""
    dated = [(one, found) for one in own if one.day is not None and (found := _thing(said, one.statement))]
    for later, it in dated:
        for earlier, other in reversed(dated):
            is_other_side = (later.statement.act == "oppose") != (earlier.statement.act == "oppose")
            if is_other_side and (earlier.day or 0) < (later.day or 0) and it.words == other.words:
                yield later.statement, earlier.statement
                break


def _thing(said: Utterances, statement: Statement) -> Thing | None:
    """The named thing, no person, that it is for or against."""
    found = thing(statement.wording, statement.cue, statement.act)
    return found if found and len(found.words) >= LEAST_NAMED and not said.names_a_person(found.words) else None


def _says_no(said: Utterances, one: Utterance, other: Utterance) -> bool:
    """Whether a sentence of the one negates what one of the other says."""
    if len(one.words & other.words) < LEAST_SHARED or not one.denied & other.words & one.small:
        return False
    return any(_negates(said, a, b) for a in one.clauses if a.denied for b in other.clauses if b.plain)


def _negates(said: Utterances, negation: Clause, plain: Clause) -> bool:
    shared, denied = negation.words & plain.words, negation.denied & negation.words
    if len(shared) < LEAST_SHARED or not denied:
        return False
    is_alike = said.weight(shared) >= ALIKE * said.weight(negation.words | plain.words)
    return is_alike and said.weight(denied & plain.words) >= OF_DENIED * said.weight(denied)
