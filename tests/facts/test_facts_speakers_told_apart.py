"""Who speaks where the passage holds several who might: he or she, a title, a namesake, a body with a number."""

from __future__ import annotations

import pytest
from facts_reading import holder


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # "also argued for" is as near to the sentence's root as "argued"
            "Mayor Karl Holm met Governor Jon Lind in Oslo. He also argued for the governor to maintain the ferry.\n\n"
            "“We wait until the harbour board has put its plans together,” he said.",
            "We wait",
            "Karl Holm",
        ),
        (  # what an apposition calls somebody, it does not call who spoke before
            "Karl Lind cheered the vote. “The toll is dead,” Mr. Lind said.\n\nSenator Paul Holm of Norway, the top "
            "Democrat on the Senate Harbour Committee, immediately criticized the vote.\n\n“It sends the wrong "
            "message to our ports,” he said.",
            "the wrong message",
            "Paul Holm",
        ),
        (  # somebody unnamed spoke last
            "Karl Holm opened the port. The harbour’s director-general defended the works in reply to Holm’s "
            "criticism. “This is a time to be calm,” he said.",
            "a time to be calm",
            None,
        ),
        (
            "The 12th U.S. Circuit Court of Appeals upheld the ban on Monday, while the Supreme Court waits. The 12th "
            "Circuit’s ruling is narrow. The court said the ban was lawful.",
            "the ban was lawful",
            "12th U.S. Circuit Court of Appeals",
        ),
        (  # a surname of two goes on with who spoke last
            "Karl Holm told the Courier on Monday that he would resign.\n\nHis mother, Mayor Ada Holm, was in Oslo. "
            "Karl Holm also told the Courier that he was tired.\n\n“It was my own mistake,” Holm said.",
            "my own mistake",
            "Karl Holm",
        ),
        (
            "The pier is safe again, the head of the Harbour Agency said on Monday.\n\n“Nobody has to worry,” said "
            "Harbour Agency Director-General Ada Holm.",
            "The pier is safe again",
            "Ada Holm",
        ),
        (
            "Fully 39 percent of registered voters say the pier should be closed.",
            "the pier should be closed",
            "Registered voters",
        ),
        (  # whom a title stands before is no state
            "Congresswoman Ada Norway wrote the bill. “Nobody will miss the toll,” said Oslo Congresswoman Norway.",
            "Nobody will miss",
            "Ada Norway",
        ),
    ],
)
def test_each_of_several_has_his_own_words(text: str, words: str, name: str | None) -> None:
    assert holder(text, words) == name


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        (  # the clause before has the subject of the sentence, unsaid
            "Mayor Karl Holm met Governor Jon Lind in Oslo on Monday. Later, when supporting Lind's bid for the "
            "harbour, he told an audience of fishermen that the toll would fall.",
            "the toll would fall",
            "Karl Holm",
        ),
        (  # whoever is asked speaks next
            "Karl Holm hides nothing. Jon Lind, the Courier reporter, asked Holm in May why he was so fond of tolls. "
            "He said, “I do it for the ferry.”",
            "I do it for the ferry",
            "Karl Holm",
        ),
        (  # what his own clause describes is another
            "Karl Holm came to Oslo. Long wary of Jon Lind, whom he viewed as a danger to the harbour, he said that "
            "the ferry would stay.",
            "the ferry would stay",
            "Karl Holm",
        ),
        (  # whose plan, his claim
            "Senators Ada Lind and Karl Holm criticized Governor Jon Grey's harbour plan, including his claim that "
            "“the ferry is safe.”",
            "the ferry is safe",
            "Jon Grey",
        ),
        (  # of two whoever is in the main clause
            "Norwegian Transport Minister Karl Holm and Danish Trade Minister Jon Lind met in Oslo. Although Lind had "
            "left by the time Holm spoke, the Norwegian diplomat was in good spirits.\n\n“Trust takes "
            "many years,” he said.",
            "Trust takes many years",
            "Karl Holm",
        ),
        (  # whose support is blamed does not speak, though he takes a stance
            'Mayor Karl Holm called Governor Jon Lind\'s support of the strikers "dangerous", tantamount to inciting '
            '"unrest" in the harbour.\n\n"I cannot remember such a thing," he said on Sunday.',
            "I cannot remember such a thing",
            "Karl Holm",
        ),
        (  # another judge than the one who is named
            "The pier is old. Nobody goes there. Though a county court judge found that the pier was safe, he left it "
            "shut. State superior court judge Ada Holm heard the case on Monday.",
            "the pier was safe",
            None,
        ),
        (  # two of that state are none
            "Norwegian Harbour Minister Karl Holm met Norwegian Trade Minister Jon Lind. The Norwegian diplomat "
            "said that trust takes many years.",
            "trust takes many years",
            None,
        ),
    ],
)
def test_he_is_whom_grammar_leaves(text: str, words: str, name: str | None) -> None:
    assert holder(text, words) == name
