from collections.abc import Callable
from dataclasses import replace

import pytest
from facts_reading import read

from briefwright.facts.acts import act_of
from briefwright.facts.contents import with_whole_contents
from briefwright.language import Reader
from briefwright.model.article import Article
from briefwright.model.document import Attribution
from briefwright.model.text import Span

Act = Callable[[str], str]


@pytest.fixture(scope="module")
def act() -> Act:
    reader = Reader()

    def of_first(text: str) -> str:
        document = with_whole_contents(next(iter(reader.read([Article("seeds/x.txt", "x", text, "en", "")]))))
        return act_of(document, document.attributions[0])

    return of_first


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Holm said the bridge had been repaired.", "assert"),
        ("Holm denied the report.", "deny"),
        ("Holm did not deny the report.", "assert"),
        ("Holm dismissed a suggestion that the bridge was unsafe.", "deny"),
        ("Holm rejected the plan to close the bridge.", "oppose"),
        ("Holm said the report was completely false.", "deny"),
        ("Holm said that he “flatly and finally” denied the report.", "deny"),
        ("Holm said the town would never have signed the paper.", "deny"),
        ("Holm said the council should close the bridge.", "demand"),
        ("Holm said she hopes all parties will return to talks.", "demand"),
        ("Holm urged residents to stay at home.", "demand"),
        ("Holm called for an inquiry into the collapse.", "demand"),
        ("Holm criticized the decision to close the bridge.", "oppose"),
        ("Holm accused the builders of negligence.", "oppose"),
        ("Holm praised the engineers of the bridge.", "support"),
        ("Holm did not support the plan for a toll.", "oppose"),
        ("Holm warned of a collapse within weeks.", "warn"),
        ("Holm said the dispute could escalate within days.", "warn"),
        ("“We will rebuild the bridge by spring,” Holm said.", "commit"),
        ("Holm vowed to rebuild the bridge.", "commit"),
        ("“Who paid for the bridge?” Holm asked.", "ask"),
        ("Holm asked whether the bridge was safe.", "ask"),
        ("Holm declined an offer of talks.", "oppose"),
        ("Holm challenged the mayor to publish the plans.", "demand"),
        ("Holm asked about the cost of the bridge.", "ask"),
        ("Holm agreed to put off the opening of the bridge.", "commit"),
        ("Holm argued for a second bridge.", "demand"),
        ("Holm reiterated his opposition to the toll.", "oppose"),
        ("Holm expressed support for the toll.", "support"),
        ("Holm called the toll a disgrace.", "oppose"),
        ("Holm called the opening of the bridge historic.", "support"),
        ("Holm took aim at the plan for a toll.", "oppose"),
        ("Holm insisted that the toll be cancelled.", "demand"),
        ("Holm would not estimate how long the repair might take.", "decline"),
        ("Holm asked tough questions of the builders.", "ask"),
        ("Holm was pressed about how the bridge had failed.", "ask"),
        ("Holm introduced a bill that would close the bridge.", "demand"),
        ("Holm offered to step down amid concern over the bridge.", "commit"),
        ("“On Monday, I will be filing a complaint,” Holm said.", "commit"),
        ("Holm said there was a grave danger of a collapse.", "warn"),
        ("Holm has been critical of the toll.", "oppose"),
        ("Holm is eager for the builders to start.", "demand"),
        ("Holm expressed admiration for the builders of the bridge.", "support"),
        ("“I have nothing to be concerned about,” Holm said.", "assert"),
        ("“I will certainly tell you what I think of the toll,” Holm said.", "assert"),
        # What is guessed, able or another's need is no demand, what is expected no promise.
        ("Holm said the builders must have something to hide.", "assert"),
        ("Holm said the bridge should be able to carry lorries.", "assert"),
        ("Holm said he expected the bridge would open.", "assert"),
        # What is told of others is no stance of the speaker's.
        ("Holm said the council welcomes the toll.", "assert"),
        ("Holm said she welcomes the toll.", "support"),
        ("Holm said two of nine members were opposed.", "assert"),
        # Where it was said is not what was done.
        ("“The bridge stood for a century,” Holm said at a press conference.", "assert"),
        ("“The bridge is finished. Was it worth it?” Holm said.", "assert"),
        ("Holm said the builders do not have to pay for the repair.", "assert"),
        # What somebody once meant to do is asked of nobody, and a charge is what it says.
        ("Holm wanted to build a tower by the bridge.", "assert"),
        ("Holm wanted the council to build a tower by the bridge.", "demand"),
        ("Holm pushed back against the idea of a toll.", "oppose"),
        ("Holm called the bridge a lost cause.", "oppose"),
        ("Holm declined to comment on the report.", "decline"),
        ("Holm refused to sign the contract.", "oppose"),
        # Words that only negate are no denial.
        ("Holm said the bridge had not yet reached its full width.", "assert"),
        ("“I did not think I would see the bridge again,” Holm said.", "assert"),
        ("“I never signed the paper,” Holm said.", "deny"),
        ("“We will never close the bridge,” Holm said.", "commit"),
        ("Holm said that was not true.", "deny"),
        ("Holm doubted that the bridge would hold.", "deny"),
        ("Holm pleaded not guilty to fraud.", "deny"),
        ("“The council met twice. We will not reopen the road,” Holm said.", "commit"),
        ("“You have my word that the bridge will hold,” Holm said.", "commit"),
        ("“I would like to meet the builders,” Holm said.", "assert"),
        ("“We should have told people sooner,” Holm said.", "assert"),
        ("Holm told jurors to ignore what they had read.", "demand"),
        # Blame, praise, danger and orders in what is only said.
        ("Holm said the vote was a travesty.", "oppose"),
        ("“It is deeply disappointing that the bridge is closed,” Holm said.", "oppose"),
        ("“What the engineers have done is remarkable,” Holm said.", "support"),
        ("Holm voted for the plan to build the bridge.", "support"),
        ("Holm voted against the plan to build the bridge.", "oppose"),
        ("Holm said the toll will kill trade in the town.", "warn"),
        ("“Boil your water before you drink it,” Holm said.", "demand"),
        ("“Please stay off the bridge tonight,” Holm said.", "demand"),
        ("Holm told residents to boil their water.", "demand"),
        ("Holm declined to say who had signed the paper.", "decline"),
        ("Holm declined to publicly explain why the bridge had failed.", "decline"),
        ("Holm stayed quiet about the cost of the repair.", "decline"),
        ("Holm said the council does not comment on rumours.", "decline"),
        # Displeasure and praise by whatever word; who holds back does not back anything.
        ("Holm castigated the builders for the delay.", "oppose"),
        ("Holm is deeply sceptical of the plan for a toll.", "oppose"),
        ("Holm commended the divers for their work.", "support"),
        ("Holm agreed with the ruling on the toll.", "support"),
        ("Holm does not agree that the bridge is safe.", "oppose"),
        ("Holm is not happy with the plan for a toll.", "oppose"),
        ("The mayor held back details of the plan.", "assert"),
        ("Holm encouraged the use of the old ferry.", "support"),
        ("Holm encouraged residents to take the old ferry.", "demand"),
        ("Holm dismissed speculation that the bridge would close.", "deny"),
        # What somebody wants to do is an intention, what they want done or do not want is not.
        ("Holm wants to build a tower by the bridge.", "commit"),
        ("Holm wants to see the toll abolished.", "demand"),
        ("Holm wants to know who signed the paper.", "ask"),
        ("Holm does not want to close the bridge.", "oppose"),
        ("Holm had hoped that the bridge would open in May.", "assert"),
        ("Holm decided that the bridge was safe.", "assert"),
        ("Holm suggested closing the bridge at night.", "demand"),
        ("Holm is investigating whether the builders broke the law.", "ask"),
        # What is only spoken of as needed is no demand, nor is advice that nobody need follow.
        ("Holm said the report shows what needs to be repaired.", "assert"),
        ("Holm said drivers would have to take the ferry.", "assert"),
        ("“I don’t think the bridge should be closed,” Holm said.", "oppose"),
        ("“Compare the bridge with the one in Varde,” Holm said.", "assert"),
        ("“First, trust your engineers,” Holm said.", "demand"),
        # Threats hang on what somebody does not do.
        ("“If the builders do not pay, they will lose the contract,” Holm said.", "warn"),
        ("Holm said closing the bridge would be a disaster.", "warn"),
        ("Holm said the opening had been a disaster.", "oppose"),
        # Words of blame blame nobody where they are denied or tell which thing is meant.
        ("Holm said the toll was not illegal.", "deny"),
        ("Holm said the council was falsely accused of a cover-up.", "deny"),
        ("Holm said the bridge was built for extreme weather.", "assert"),
        ("“We’ll see what the engineers find,” Holm said.", "assert"),
        ("Holm called the win a defeat for the poor.", "assert"),
        # What somebody seeks, offers or presses for is theirs to do, or another's.
        ("Holm is seeking to win back drivers.", "commit"),
        ("Holm offered a sharp condemnation of the toll.", "oppose"),
        ("Holm lobbied hard against the toll.", "oppose"),
        # Who only does not oppose gives no answer, and who backs away does not back.
        ("Holm declined to criticize the builders.", "decline"),
        ("Holm stopped short of denouncing the toll.", "decline"),
        ("Holm sidestepped questions about the toll.", "decline"),
        ("Holm is backing away from the plan for a toll.", "oppose"),
        ("Holm said she wouldn’t be able to support the toll.", "oppose"),
        ("The judge denied his request for a new trial.", "oppose"),
        ("Holm questioned the engineer’s loyalty.", "oppose"),
        # What somebody expects of themselves, and what others say of "him", is neither promise nor denial.
        ("Holm believes she will win the vote.", "assert"),
        ("Doctors testified that he did not have a fever.", "assert"),
        ("Holm said she never imagined a bridge.", "assert"),
        ("“I’d call myself a builder,” Holm said.", "assert"),
        ("Holm said there is nothing in the data that suggests the bridge is dangerous.", "assert"),
        ("Holm said the town did not need to close the bridge.", "assert"),
        ("The report found that the town should have had two bridges and must pay for both.", "assert"),
        ("“We need a bridge,” Holm said. “Who could be against it?”", "demand"),
    ],
)
def test_cue_and_form_make_the_act(act: Act, text: str, expected: str) -> None:
    assert act(text) == expected


@pytest.mark.parametrize(
    ("inner", "expected"),
    [
        (("the builders", "believe", "that the mayor should wait"), "assert"),
        (("the builders", "must believe", "that the mayor should wait"), "demand"),  # nobody did
        (("she", "believes", "that the mayor should wait"), "demand"),  # who says so is who believes it
    ],
)
def test_what_others_say_inside_is_not_what_the_speaker_does(inner: tuple[str, str, str], expected: str) -> None:
    said = " ".join(inner)
    text = f"Holm said {said}."

    def attribution(source: str, cue: str, content: str) -> Attribution:
        starts = (text.index(words) for words in (source, cue, content))
        spans = [(Span(at, at + len(words)),) for at, words in zip(starts, (source, cue, content), strict=True)]
        return Attribution(*spans)

    found = (attribution("Holm", "said", said), attribution(*inner))
    document = replace(read(text), attributions=found)
    assert act_of(document, found[0]) == expected
