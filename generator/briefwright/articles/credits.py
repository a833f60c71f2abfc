"""How lines look that name who made an article or its pictures, and when; `furniture` applies these patterns.

Names are told by their capitals, so most patterns mind case. Every repetition is bounded: no line takes long.
"""

from __future__ import annotations

import re

from briefwright.articles.labels import any_of

_CAPITAL = r"[^\W\d_a-z][\w.’'-]{0,30}"
_PARTICLE = r"(?:de|del|di|van|von|der|bin|al|el|la)"
_NAME = rf"{_CAPITAL}(?: [\w.’'-]{{1,30}}){{0,3}}"
_AGENCY = any_of(
    "REUTERS", "Reuters", "AP", "AFP", "EPA", "EFE", "UPI", "Getty(?: Images)?", "Bloomberg(?: News)?", "Landov",
    "Corbis", "NPR", "Shutterstock", "iStock(?:photo)?", "Alamy", "(?:Zuma|ZUMA)(?: Press)?", "Xinhua", "Yonhap",
    "Kyodo", "TASS", "Sipa", "SIPA", "Redux", "Press Association", "PA", "Anadolu", "ANSA", "dpa", "DPA",
    "USA TODAY", "CNN", "POLITICO", "Flickr", "Wikimedia Commons", "Handout", "Pool", "Staff",
)  # fmt: skip
"""Who sells pictures, and what stands in their place."""

_WORK = any_of(
    "reporting", "writing", "editing", "research", "graphics?", "compiled", "written", "edited", "produced", "photos?",
    "photographs?", "video", "illustrations?", "with assistance", "with reporting", "with files",
)  # fmt: skip
_CREDITED = any_of(
    _CAPITAL, "and", "in", "by", "for", "of", "at", "the", "with", "from", "via", "courtesy", _PARTICLE,
    "(?i:reporting|editing|writing|additional)",
)  # fmt: skip
CREDIT_LINE = re.compile(
    any_of(
        rf"(?i:(?:additional )?{_WORK} (?:by|from|courtesy of)) "
        rf"{_CREDITED}(?:(?:[,;&/]{{0,2}} |/){_CREDITED}){{0,60}}[).]{{0,2}}$",
        rf"{_CAPITAL}(?: {_CAPITAL})? reported from {_CAPITAL}(?:,? {_CAPITAL}){{0,3}}\.?"
        r"(?= (?:Associated Press|Reuters) |$)",
        r"(?i:contributing(?: to this report)?|credits?|photographer) ?: ?(?=\S)",
        r"(?i:(?:file |stock |handout )?(?:photo|photograph|picture|image|illustration|video)"
        r"(?: credits?)?) ?: ?(?=\S)",
        r"(?i:contact (?:the )?(?:writer|reporter|author)s? (?:at|via|by))\b",
        r"(?i:to contact the (?:reporter|editor|author)s?)\b",
        r"(?i:enlarge this image|toggle caption|hide caption|file photo|slideshow \(|view slideshow)",
        r"(?i:image (?:copyright|caption|source)|media (?:caption|playback))\b",
        r"FILE ?[-–—] ?(?=[A-Z])",
        rf"{_CAPITAL}(?: [\w.’'-]{{1,30}}){{1,3}} ?/ ?{_AGENCY} (?=[A-Z])",
        r"(?i:photo illustration) ?[;:,]",
        r"In this (?:[A-Z][\w.]{2,9} [\w .,]{1,20}, )?(?:file|handout|undated|combination) (?:photo|image|picture)\b",
        r"In this [A-Z][\w.]{2,9} [\w .,]{1,20}, (?:photo|image|picture)\b",
        r"In this (?:photo|image|frame|picture) (?:provided|released|taken|made|from|grab)\b",
        r"(?:CLOSE|LISTEN TO ARTICLE|Facebook Twitter Pinterest) (?=[\"'“‘A-Z0-9])",
    )
)
"""How a line begins that names who made the article or its pictures, or that stands below a picture or a video.

`Research by Harvard shows …` is story: more than names follow.
"""

CONTRIBUTED = re.compile(
    r"\bcontributed (?:reporting )?(?:to|for) this (?:report|story|article|column|post|piece|dispatch)"
    r"(?= from| in|[.)]|$)"
    r"|\bcontributed (?:reporting|research)(?= from| in|[.)]|$)",
    re.IGNORECASE | re.MULTILINE,
)
"""In a sentence: thanks to colleagues, wherever it stands. Scientists may well have contributed to *the* report."""

_CAMERA = r"(?:[Pp]hotos?|PHOTOS?|[Pp]hotograph(?:er|s)?|Images?|IMAGE|[Pp]icture|[Ii]llustration)"
CAPTION_CREDIT = re.compile(
    any_of(
        rf"\((?:[A-Z][\w .,'’&/-]{{0,60}} )?{_CAMERA}(?: (?:by|courtesy|illustration)\b|:|/|,|(?=\)))[^()]{{0,100}}\)",
        r"\((?:Getty|[Cc]ourtesy|Handout|File|FILE|Pixabay|Shutterstock|Screenshot|Screen ?grab|Pool)\b[^()]{0,80}\)",
        rf"\((?:[A-Z][^()]{{0,80}}[ /])?{_AGENCY}\)",
        r"\((?:AP|Reuters|AFP|EPA|Getty) [^()]{0,40}\)",
        rf"\({_NAME} ?/ ?[^()]{{2,60}}\)",
        rf"\[(?:File: ?)?{_NAME} ?/ ?[^\[\]]{{2,60}}\]",
        rf"\({_NAME}, (?:USA TODAY|AP|AFP|Getty Images|Reuters|EPA)[^()]{{0,40}}\)",
    )
    + r"\.?$|"
    + any_of(
        r"\b(?:REUTERS|AFP|EPA|Reuters|AP Photo|Getty Images|AP) ?/ ?"
        rf"{_CAPITAL}(?: {_CAPITAL}){{0,3}}(?: ?/ ?{_NAME})?",
        rf"\b(?:via|VIA) {_AGENCY}(?: ?/ ?{_NAME})?",
        rf"[\w)] ?/ ?{_AGENCY}(?: ?/ ?{_NAME})?",
        r"\b(?:AP|AFP|Reuters|REUTERS|Getty|Courtesy|File|Staff|Handout) (?:Photo|Images|Image|File Photo|photo)",
        r"\b[Ff]ile [Pp]hoto",
        r"\bPhoto(?:graph(?:er)?)?s?(?: by|:) [A-Z].{0,60}",
        rf"\| ?(?:{_AGENCY}|{_NAME})(?: Photos?)?",
        rf"^{_AGENCY}",
    )
    + r"(?<!\.)$"
)
"""How a picture's caption ends: with the agency or the photographer."""

OPENING_CREDIT = re.compile(
    rf"[.!?”\"] \| (?:{_AGENCY}(?: Photos?)?|{_NAME}(?:/{_AGENCY}){{1,3}}(?: Photos?)?)(?= \S)"
    r"|^(?:REUTERS|AP Photo|AFP|Getty Images|(?:AFP|AP)/Getty Images) (?=[A-Z“\"'‘])"
)
"""Between a caption and the headline that it runs into: `… for a third day. | AP Photo Marchers fill the square`."""

NAMES_ONLY = re.compile(rf"(?:Dr\. )?{_CAPITAL}(?:(?:,? and|,)? {_CAPITAL}){{1,10}}")
"""A line of names and nothing else; what stands below it tells whether they are the authors'."""

BYLINE = re.compile(
    rf"(?:(?:Analysis|Opinion|Story|Report|Text) )?(?:[Bb]y|BY) (?:the )?{_CAPITAL}"
    rf"(?:,? (?:and|&|with|of|for|in|at|the|{_PARTICLE}|[^\W\d_a-z][\w.’'/-]{{0,30}})){{0,14}}"
)

BIOGRAPHY = re.compile(
    r"(?:[^\w\"“‘'(\[]{1,3})?(?:(?:Dr|Mr|Mrs|Ms|Prof|Gen|Rep|Sen)\. )?"
    rf"(?P<name>{_CAPITAL}(?: (?:{_PARTICLE}|{_CAPITAL})){{1,3}}),?"
    r" (?:is|are|was|writes|covers|reports|serves|served|has been|teaches|hosts|edits|lives)\b.{0,80}?\b(?i:"
    + any_of(
        "writer", "columnist", "author", "co-author", "fellow", "reporter", "professor", "editor", "host",
        "contributor", "correspondent", "director", "analyst", "scholar", "president", "lecturer", "researcher",
        "historian", "attorney", "journalist", "politics", "book", "chairman", "founder", "co-founder", "adviser",
        "advisor", "strategist", "consultant", "producer", "emeritus", "writes", "column", "congressman", "senator",
        "member",
    )
    + r")\b"
)  # fmt: skip
"""How a line begins that introduces somebody; below an opinion piece its author, if the name is nowhere else."""

_MONTH = r"(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}\.?"
_DATE = any_of(
    rf"{_MONTH} \d{{1,2}}(?:st|nd|rd|th)?,? \d{{4}}", rf"\d{{1,2}} {_MONTH},? \d{{4}}", r"\d{4}-\d\d-\d\d",
    r"\d{1,2}/\d{1,2}/\d{2,4}",
)  # fmt: skip
_TIME = r"\d{1,2}[:.]\d\d ?(?:[ap]\.?m\.?)?(?: ?\(?[a-z]{2,4}\)?)?"
_WEEKDAY = r"(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day,? )?"
_MADE = r"(?:first |last |originally )?(?:updated?|published|posted|modified|created)(?: on| at)?:?"
STAMP = re.compile(
    rf"(?:{_MADE} ?)?(?:{_WEEKDAY}{_DATE}(?:,? (?:at )?{_TIME})?|{_TIME}(?:,? (?:on )?{_WEEKDAY}{_DATE})?)"
    r"(?: ?[|/·•–-] ?(?:\d|updated|published|by )[^.?!]{0,60})?"
    rf"|{_MADE}(?: (?:\d[\d:.,/-]{{0,12}}(?:[ap]m)?|[ap]\.?m\.?|[a-z]{{1,3}}t|utc|gmt|at|on|[a-z]{{3,6}}day|{_MONTH})"
    r"[,;:.|]?){1,12}",
    re.IGNORECASE,
)
"""A line that is only a date or a time, or says when the article was published: `Updated at 3:31 p.m. ET Saturday`."""

COUNTS = re.compile(
    r"\d{1,3} (?:minute|hour|day|week|month|year)s? ago|\d{1,3} min(?:ute)? read|\d{1,9} (?:comments?|shares?|views?)",
    re.IGNORECASE,
)
"""A line that counts: how old the article is, how long, how often shared."""
