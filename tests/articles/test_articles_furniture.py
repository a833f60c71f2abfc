"""What is marked as furniture, and above all what is not."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefwright.articles import normalise
from briefwright.articles.furniture import find_furniture

BEFORE = (
    "The port of Aven was closed on Monday after a spill.\n\nShips waited outside.\n\nNobody was hurt, police said."
)
AFTER = "The mayor, Anna Ode, called the spill “a warning to all of us.”\n\nThe port will open again on Friday."


def marked(text):
    return [text[start:end] for start, end in find_furniture(text)]


@pytest.mark.parametrize(
    "line",
    [
        "ADVERTISEMENT",
        "Story Continued Below",
        "Read more: Five things to know about the spill",
        "Related: What the spill means for fishermen",
        "(PHOTOS: The harbour in pictures)",
        "Sign up for our newsletter",
        "Follow us on Facebook and Twitter.",
        "Click here to read the full report.",
        "FILE PHOTO: Ships wait outside the port of Aven, March 3, 2021. REUTERS/Ole Brand",
        "A tanker leaves the port of Aven on Sunday. (AP Photo/Ole Brand)",
        "Anna Ode at the town hall in May. (Photo: Ole Brand, AP)",
        "Anna Ode speaks in Aven. Ole Brand/AFP via Getty Images",
        "Ships wait outside the port of Aven [File: Ole Brand/Reuters]",
        "Enlarge this image toggle caption Ole Brand/AP Ole Brand/AP",
        "Photograph by Ole Brand/AFP/Getty Images.",
        "Brand reported from Aven.",
        "Brand reported from Aven. Associated Press writers Anna Ode and Ole Lind helped with this report.",
        "FILE - In this March 3, 2021, file photo, ships wait outside the port.",
        "This article is more than 3 years old",
        "This is a developing story. Please check back for updates.",
        "Copyright 2021 The Aven Herald. All rights reserved.",
        "By Anna Brand and Ole Ode, Aven Herald",
        "Updated at 3:15 p.m. ET Saturday",
        "March 3, 2021",
        "Reporting by Anna Brand in Aven; Editing by Ole Ode",
        "The Associated Press contributed to this report.",
        "AS SPILL SPREADS, MAYOR CALLS OWNERS OF TANKER 'RECKLESS'",
        "Slideshow (2 Images)",
        "* * *",
        "5 comments",
        "BELOW: Harbour master explains how tankers are towed",
        "Morning Tide Ports and shipping in your inbox. By signing up you agree to receive our alerts.",
        "Hear more about shipping in the new season of Tidemarks. Subscribe via Spotify or iTunes.",
        "(This March 3 story corrects the number of tankers in paragraph 4)",
        "Our original post, with more about the spill, follows:",
    ],
)
def test_furniture_between_paragraphs(line):
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}") == [line]


@pytest.mark.parametrize(
    "line",
    [
        "WHO PAYS FOR THE SPILL",
        "12:25 pm – The mayor is told of the spill",
        "Background",
        "What happens next?",
        "This report was published on Monday by the ministry, which had kept it for a year.",
        "For more than a decade, fishermen at the port have warned of old tankers.",
        "By Friday, the harbour master said, the port will be open.",
        "Research by the University of Aven shows that the oil will spread.",
        "Copyright holders sued the city over the pictures.",
        "The police released photos of the tanker and of its captain.",
        "Follow-up checks found more oil, the ministry said.",
        "Video of the spill was shared by thousands of people.",
        "“Share this with everybody you know,” the mayor told the crowd.",
        "Listen: “We will not pay,” the owner said.",
        "Poll results published by Reuters show that most voters want the port closed.",
        "Related firms will pay, the court said.",
        "The mayor subscribes to a theory that she calls “the broken hull.”",
        "Parts of the report were leaked to the Aven Herald.",
        "Views of the harbour from the bridge were blocked.",
        "She is a member of the council and was mayor of Solm.",
    ],
)
def test_story_between_paragraphs(line):
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}") == []


def test_a_list_of_links_goes_with_its_label():
    links = "More from the harbour:\n\nMayor Ode Wary of New Rules\n\n5 Quotes From Monday’s Meeting"
    assert "\n\n".join(marked(f"{BEFORE}\n\n{AFTER}\n\n{links}")) == links


def test_a_last_line_that_speaks_of_criteria_and_is_no_sentence():
    line = "According to the criteria of The Honest Press"
    assert marked(f"{BEFORE}\n{AFTER}\n{line}") == [line]


def test_a_first_line_that_is_the_section_speaking_of_itself():
    line = "A weekly look at ports and shipping"
    assert marked(f"{line}\n\n{BEFORE}\n\n{AFTER}") == [line]


def test_a_caption_with_its_credit_that_runs_into_headline_and_standfirst():
    caption = "The mayor has called for new rules for tankers. | Ole Brand/AP Photo"
    first = f"{caption} Shipping Aven: Port stays closed The mayor blames the owners."
    assert marked(f"{first}\n\n{BEFORE}\n\n{AFTER}") == [caption]


def test_a_known_headline_tells_that_a_caption_and_a_section_run_into_it():
    text = (
        "The mayor called for new rules. | Ole Brand/AP Photo Foreign Trade Port of Aven stays closed after spill She"
        f" blames the owners.\n\n{BEFORE}\n\n{AFTER}"
    )
    title = "Port of Aven stays closed after spill"
    assert [text[s.start : s.end] for s in find_furniture(text, title)] == [text[: text.index(title)]]
    assert find_furniture(f"{title} She blames the owners.\n\n{BEFORE}\n\n{AFTER}", title) == ()


def test_a_credit_before_the_headline():
    assert marked(f"REUTERS The mayor's bridge stays shut\n\n{BEFORE}\n\n{AFTER}") == ["REUTERS "]


@pytest.mark.parametrize(
    "line",
    [
        "Ole Brand/AP The mayor, shown here on May 3, 2021, has called for new rules.",
        "Photos: The spill The mayor looks on. Hide Caption 1 of 12 Photos: The spill Boats wait.",
        "Harbour Notes is a weekly newsletter on ports. Sign up here.",
        "Sign up for Aven Today and more Harbour newsletters.",
        "Photo illustration; Aven News; photos: Getty Images",
        "Getty Images",
        "AP",
    ],
)
def test_captions_galleries_and_offers_between_paragraphs(line):
    assert marked(f"{BEFORE}\n\n{line}\n\n{AFTER}\n\n{BEFORE}") == [line]


def test_a_caption_that_runs_into_the_headline():
    first = "The mayor has called for new rules for tankers in the bay. Aven: Port stays closed"
    assert marked(f"{first}\n\n{BEFORE}\n\n{AFTER}") == ["The mayor has called for new rules for tankers in the bay."]


@pytest.mark.parametrize(
    "links",
    [
        "Anna Maria OdeCouncil votes on spill | Ferry fares to rise, Brand says MORE",
        "Annabel (Anna) Ode2021 in pictures 'We saw it': the spill in their words MORE",
        "OdeMORE",
        "Anna Maria Ode Council votes on spill Ferry fares to rise MORE",
    ],
)
def test_a_list_of_links_glued_to_a_name_inside_a_sentence(links):
    assert marked(f"{BEFORE}\n\nThe mayor, Anna Ode {links} (I), spoke of a warning.\n\n{AFTER}") == [links]


def test_a_list_of_links_below_another_name():
    glued = "TrawlerCouncil votes on spill, Rep. Brand says Ferry fares to rise MORE"
    assert marked(f"{BEFORE}\n\nThe owner of the {glued} was fined.\n\n{AFTER}") == [glued]


@pytest.mark.parametrize(
    "story",
    [
        "Anna Ode Ferry owners want MORE of everything.",
        "Anna Ode and Ole McBrand said that they wanted MORE of everything.",
        "Ode asked for MORE. The YouTube film shows Ode Ode.",
        "The DeepSea was late. Its owner paid for MORE days in port.",
    ],
)
def test_capitals_inside_words_are_story(story):
    assert marked(f"{BEFORE}\n\n{story}\n\n{AFTER}") == []


def test_links_and_handles_of_an_embedded_post():
    post = "The spill is “a warning” #Aven https://t.co/aB3dE — Anna Ode (@anna_ode) May 3, 2021"
    assert marked(f"{BEFORE}\n\n{post}\n\n{AFTER}") == ["#Aven https://t.co/aB3dE", "(@anna_ode) May 3, 2021"]


def test_thanks_at_the_end_of_a_paragraph():
    thanks = "Ole Brand in Solm contributed to this report."
    assert marked(f"{BEFORE}\n\nThe port will open on Friday. {thanks}") == [thanks]


def test_who_contributed_to_what_is_reported_on_is_story():
    assert marked(f"{BEFORE}\n\nDozens of scientists contributed to the report, which warns of more spills.") == []


def test_the_author_below_an_opinion_piece_but_nobody_of_the_story():
    author = "Ole Brand is a columnist for the Aven Herald."
    assert marked(f"{BEFORE}\n\n{AFTER}\n\n{author}") == [author]
    assert marked(f"{BEFORE}\n\n{AFTER}\n\nAnna Ode is a professor of law and a columnist.") == []


def test_the_author_of_an_outlet_with_capitals():
    author = "Ole Brand is Editor-in-Chief of the Aven Herald."
    assert marked(f"{BEFORE}\n\n{AFTER}\n\n{author}") == [author]


def test_a_first_line_that_is_a_name_is_the_author_unless_the_story_has_it():
    assert marked(f"Ole Brand\n\n{BEFORE}\n\n{AFTER}") == ["Ole Brand"]
    assert marked(f"Anna Ode\n\n{BEFORE}\n\n{AFTER}") == []


def test_a_text_all_in_capitals_stays():
    assert marked(f"{BEFORE}\n\n{AFTER}".upper().replace(".", "")) == []


@settings(deadline=None)  # busy machines are slow, not wrong
@given(
    st.lists(
        st.sampled_from(
            [*BEFORE.split("\n\n"), "ADVERTISEMENT", "Read more", "By Ole Brand", "(AP Photo/Ole Brand)", "©", ""]
        )
    )
)
def test_spans_are_in_order_and_disjoint(lines):
    text = normalise("\n".join(lines))
    spans = find_furniture(text)
    ends = [0, *(end for _, end in spans)]
    assert all(0 <= before <= start < end <= len(text) for before, (start, end) in zip(ends, spans, strict=False))
