"""The words by which news sites label what is not the story, as named tables; `furniture` applies them.

Each table says which shape of line it holds for. A phrase belongs here only if a reporter's own sentence would not
begin, or stand alone, with it.
"""

from __future__ import annotations

import re


def any_of(*phrases: str) -> str:
    """Make a pattern for any of `phrases`, which are patterns themselves."""
    return "(?:" + "|".join(phrases) + ")"


LABELS = frozenset(
    {
        # advertising
        "ad", "ads", "advertisement", "advertisements", "advertisement continue reading the main story", "sponsored",
        "article continues below", "article continues below advertisement", "continue reading the main story",
        "promoted", "skip advertisement", "sponsored content", "story continued below", "story continues below",
        "story continues below advertisement", "supported by", "continue reading", "continue reading below",
        # ways on
        "also read", "also see", "back to top", "editors picks", "full coverage", "go deeper", "in other news",
        "latest news", "latest stories", "live updates", "more coverage", "more from us", "more on this",
        "more on this story", "more on this topic", "more stories", "most popular", "most read", "must read",
        "read also", "read more", "read more here", "read next", "recommended", "recommended for you", "related",
        "related articles", "related content", "related coverage", "related links", "related news",
        "related stories", "related story", "related topics", "related video", "related videos", "return to top",
        "see also", "see more", "show more", "sponsored links", "top stories", "topics", "trending", "trending now",
        "view all", "what to read next", "you may also like", "you might also like", "external links", "online",
        # buttons
        "close", "comment", "comments", "copy link", "download", "email", "email this article", "facebook", "follow",
        "follow us", "instagram", "join the conversation", "leave a comment", "linkedin", "listen", "listen now",
        "loading", "log in", "post", "post a comment", "print", "print this article", "reddit", "save", "send", "share",
        "share on facebook", "share on twitter", "share this", "share this article", "share this story",
        "share tweet post email", "share this article share tweet post email", "share via email", "sign in", "sign up",
        "subscribe", "subscribe now", "tweet", "twitter", "view comments", "whatsapp", "youtube", "sign up now",
        # pictures and sound
        "caption", "click to play", "enlarge this image", "file photo", "gallery", "hide caption", "image", "images",
        "media caption", "photo", "photo gallery", "photos", "photos and videos", "play video", "pullquote",
        "ap photo", "getty", "getty images", "istock", "shutterstock",
        "slideshow", "tap to unmute", "toggle caption", "video", "videos", "watch", "watch live", "watch now",
        # sections
        "analysis opinion", "newsletter", "newsletters", "opinion contributor", "opinion columnist", "perspectives",
        "breaking news", "exclusive", "sign up for daily newsletters",
    }
)  # fmt: skip
"""Lines that are only a label, in lower case, marks aside. Short words of ordinary headings (Background, Analysis,
Opinion) are not in it: a section heading is story."""

OUTLETS = frozenset(
    {
        "ap", "associated press", "bloomberg", "cnn", "guest contributor", "opinion columnist", "opinion contributor",
        "reuters", "special to usa today", "staff reporter", "staff writer", "the associated press", "usa today",
        "wire reports",
    }
)  # fmt: skip
"""Lines above the story that say for whom the person of the line above writes."""

LINK_LABELS = frozenset(
    {
        "also read", "also see", "full coverage", "go deeper", "in other news", "latest news", "latest stories",
        "more coverage", "more from us", "more on this", "more on this story", "more on this topic", "more stories",
        "most popular", "most read", "must read", "read also", "read more", "read next", "recommended",
        "recommended for you", "related", "related articles", "related content", "related coverage", "related links",
        "related news", "related stories", "related topics", "see also", "top stories", "trending", "trending now",
        "what to read next", "you may also like", "you might also like", "external links",
    }
)  # fmt: skip
"""Labels after which headlines of other articles follow, one a line."""

POINTER = re.compile(
    any_of(
        "above", r"also (?:on|in) \w[\w ]{0,30}", "also read", "also see", "below", "don't miss", "exclusive video",
        "full coverage",
        "gallery", "go deeper", "graphic", "image", "in pictures", "interactive", "listen", "live blog", "live updates",
        "more", r"more (?:from|on|in) [\w' ]{1,40}", "must read", "photo gallery", "photos?", "pictures?", "podcast",
        "read", "read also", r"read more(?: (?:from|on|about) [\w' ]{1,40})?", "read next", r"related(?: \w+)?",
        "see also", "slideshow", "special coverage", "special report", "special section", "tune in", "videos?", "watch",
        "watch live", "watch now",
    )
    + r": ?\S.{0,200}",
    re.IGNORECASE,
)  # fmt: skip
"""A label with a colon and the headline of another article, on a line without a full stop or in brackets."""

LINKED = re.compile(
    r"related (?:coverage|story|stories|articles?) \S.{0,200}|\S.{5,200} read more"
    r"|(?:just watched|must watch|share all sharing options|(?:next )?image \d+ of \d+)\b.{0,200}",
    re.IGNORECASE,
)
"""A link to another article or video that runs into its label, on a line without a full stop."""

MORE_FROM = re.compile(r"(?:read )?more (?:from|on|in|about) .{1,80}", re.IGNORECASE)
"""Opens a list of links where nothing else follows on the line."""

INVITATION = re.compile(
    any_of(
        r"(?:please |to [\w ]{1,40}, )?(?:click|tap) (?:here|through|for|to|on)\b",
        r"sign up (?:here|now|today|below)\b",
        r"sign up (?:for (?:our|the|daily|your|free|a|breaking|news|more)|to (?:receive|get))\b",
        r"(?:subscribe|register) (?:here|now|today|for (?:our|full|unlimited|as))\b",
        r"(?:subscribe|register) to (?:our|the|read|get|continue|receive)\b",
        r"(?:please )?(?:follow|like|find|join) [\w.' @]{1,60} (?:on|at) (?:twitter|facebook|instagram|youtube|linkedin"
        r"|x|whatsapp|telegram|flipboard|google news|tiktok|threads)\b",
        r"follow (?:@\w|the [\w ]{1,30} on )",
        r"download (?:the|our) [\w ]{1,40}\bapp\b",
        r"get (?:the|our|your|all the) [\w ,]{0,60}\b(?:newsletters?|app|inbox|delivered)\b",
        r"(?:want|like) (?:what you|more|to (?:read|know|receive|get))\b.{0,80}\?",
        r"want [\w ]{1,60} in your inbox",
        r"(?:thank you|thanks) for (?:signing up|subscribing|reading)\b",
        r"(?:send|e-?mail) (?:your |us |a |story ){0,3}(?:tips?|letters|comments|feedback|questions|ideas)\b",
        r"got a (?:news )?tip\b",
        r"write to [\w.' ]{2,60} at \S+@",
        r"[\w.' ]{3,60} can be (?:reached|contacted|followed) (?:at|on|via)\b",
        r"\S{1,60}@\S{3,60}$",
        r"(?:follow|find|read|see|visit|join|donate|more|information from|poll results|online)\b.{0,150} https?://",
        r"read or share this story\b",
        r"scroll down (?:for|to)\b",
        r"(?:check|come) back (?:here|later|soon|for|often)\b",
        r"stay (?:tuned|up to date|up-to-date|informed|on top|with us|connected)\b",
        r"watch (?:the|our) (?:latest |full |entire )?(?:video|interview|episode|clip|segment)s?\b",
        r"watch (?:[\w' ]{1,40} )?(?:above|below|here)\b",
        r"for (?:more|the latest|full)\b[^.]{0,80}, (?:please )?(?:visit|click|go to|follow|check out|read|see)\b",
        r"for [\w ,'-]{1,60}, (?:click|visit|follow|sign up|subscribe)\b",
        r"(?:read|see|find|get) (?:more|the (?:latest|full|complete))\b[^.]{0,80} (?:here|at \w+\.\w)",
        r"read the (?:full|entire|original|whole|rest of)\b[^.]{0,60}\b(?:here|at|on|below)\b",
        r"visit [\w.' ]{1,60} for (?:more|the)\b",
        r"check out (?:the|our|more)\b",
        r"(?:return|go back|back) to (?:the )?top\b",
        r"(?:leave|post|add|share) (?:a|your) comments?\b",
        r"share your (?:thoughts|views|story|stories)\b",
        r"let us know\b",
        r"tell us what you think\b",
        r"don't see the graphic\b",
        r"if you (?:can't|cannot) see this\b",
        r"view (?:this|the) (?:document|graphic|post|photo|gallery)\b",
        r"support (?:our|[\w']+) (?:explanatory |independent |nonprofit |quality )?journalism\b",
        r"manage newsletters\b",
    ),
    re.IGNORECASE,
)
"""How a line begins that asks the reader to do something."""

SIGNED_UP = re.compile(
    any_of(
        r"by signing up,? you (?:agree|consent)\b",
        r"you can unsubscribe\b",
        r"\bnewsletter\b[^.]{0,200}\bemail sign up\b",
        r"\bsubscribe (?:on|via) (?:apple|google|itunes|pocket cast|spotify|stitcher)\b",
        r"\bsubscribe to (?:the|our) (?:newsletter|podcast)\b",
        r"\bsign up for\b[^.]{1,100}\b(?:in your inbox|newsletters?)\b",
        r"\bnewsletter\b[^\n]{0,200}\bsign up (?:here|now|today)\b",
        r"\bnot a robot by clicking\b",
        r"\blearn more$",
    ),
    re.IGNORECASE,
)
"""What only an offer of a newsletter or a podcast says, wherever in its line it stands."""

NOTICE = re.compile(
    any_of(
        r"(?:this|the following) (?:article|story|post|column|piece|essay|op-ed|blog post) "
        + any_of(
            r"is (?:more than \d|part of|available|republished|being updated)",
            r"is an? (?:excerpt|edited|opinion|developing|breaking)",
            r"was (?:originally|first|produced|published|updated|last updated|written|adapted|provided|reported)",
            r"was (?:corrected|co-published)",
            r"has been (?:updated|corrected|edited|revised|amended|republished)",
            r"(?:will be updated|originally|first appeared|appeared|appears|originated|contains)",
        )
        + r"\b",
        r"this (?:report|video|interview|transcript|commentary|page) "
        + any_of(
            r"is more than \d",
            r"has been (?:updated|edited|corrected)",
            r"was (?:updated|last updated|corrected|originally|first published)",
            r"(?:will be updated|originally|first appeared)",
        )
        + r"\b",
        r"(?:originally|first) published (?:on|in|by|at)\b",
        r"this is an? (?:rush|unedited|edited) transcript\b",
        r"this is an? (?:developing|breaking|evolving|updated|updating) (?:news )?(?:story|news|post|article)\b",
        r"developing (?:story|…|\.\.\.)$",
        r"we(?:'ll| will) (?:update|be updating|have more|continue to update|keep (?:you|updating)|bring you)\b",
        r"this (?:[\w. ]{1,20} )?(?:version of (?:the|this) )?(?:article|story) (?:corrects|adds|refiles)\b",
        r"(?:our|the) (?:earlier|original|previous) (?:post|report|story)\b[^.]{0,80}\b(?:continues|follows)"
        r"(?: below)?:?$",
        r"content created by [A-Z]",
        r"copyright (?:©|\(c\)|\d{4}|by\b|[\w ]{1,40} \d{4})",
        r"(?:©|\(c\) ?(?=\d))",
        r"all rights reserved\b",
        r"(?:the )?(?:opinions?|views?) (?:and opinions )?(?:expressed|of (?:contributors|columnists|the authors?))\b",
        r"the authors?'?s? (?:views|opinions)\b.{0,40}\b(?:own|alone)\b",
        r"(?:editor'?s?|editors|publisher'?s|author'?s|program(?:ming)?) notes?\b ?[:—–-]",
        r"(?:disclosure|disclaimer|corrections?|clarification) ?(?:appended)? ?:",
        r"portions of this (?:material|story|report|article|text)\b",
        r"as a public service, all our\b",
    ),
    re.IGNORECASE,
)
"""How a line begins in which the newsroom speaks of the article, its rights or its updates.

What people report on, reports and videos, is held to fewer verbs: `This report was published by the ministry` is story.
"""

TAGLINE = re.compile(
    r"(?:a|an|the|our|your) "
    + any_of(
        r"(?:\w+ ){0,2}(?:roundup|round-up|digest|newsletter)",
        r"(?:daily|weekly|monthly|regular|occasional|twice-weekly|biweekly|morning|evening) (?:\w+ )?"
        r"(?:column|blog|briefing|podcast|guide|look|series|report|feature)",
    )
    + r" (?:of|at|on|to|about|for|from|by) [\w ,'&-]{3,100}\.?",
    re.IGNORECASE,
)
"""What a section says of itself, above or below the story: `A weekly look at money and the law`."""

RIGHTS = re.compile(
    r"\b(?:trust project|criteria|rights reserved|copyright|licen[cs]e[ds]?|creative commons|newsletters?|cookies?"
    r"|reprint|subscri(?:be|bers?|ption)|privacy policy|terms of (?:use|service)|editorial standards"
    r"|code of ethics|inbox)\b",
    re.IGNORECASE,
)
"""What the last line speaks of where it is no sentence: criteria, rights, newsletters."""

IN_TEXT = (
    re.compile(
        r"\b(?:ADVERTISEMENT|Story Continued Below|(?:Story|Article) continues below(?: advertisement)?"
        r"|(?:Advertisement )?Continue reading the main story)"
    ),
    re.compile(r"\[pullquote\]"),
    re.compile(r"(?:#\w{1,60} ){0,8}(?:https?://t\.co/|pic\.twitter\.com/)\w{1,40}"),
    re.compile(r"\(@\w{1,30}\) (?:[A-Z][a-z]{2,8} \d{1,2}, \d{4}|\d{1,2} [A-Z][a-z]{2,8} \d{4})"),
    re.compile(
        r"[(\[] ?"
        + any_of(
            "PHOTOS?", "VIDEOS?", "WATCH", "READ", "READ MORE", "RELATED", "SEE ALSO", "MORE", "LISTEN",
            "PHOTO GALLERY", "Photos?", "Videos?", "Watch", "Read", "Read more", "Related", "See also", "Also read",
            r"Also on [A-Z]\w+", "Also see", "Listen",
        )
        + r": ?[^()\[\]\n]{3,200}[)\]]"
    ),
    re.compile(r"[(\[](?:Click|Tap) here[^()\[\]\n]{0,150}[)\]]"),
    re.compile(r"\((?:AP|Getty|Reuters|AFP|EPA|File) (?:Photo|Images|photo|File)[^()\n]{0,80}\)"),
    re.compile(r"\bEnlarge this image toggle caption\b[^\n]{0,200}"),
    re.compile(r"[^\n]*\bHide Caption \d{1,3} of \d{1,3}\b[^\n]*"),
    re.compile(r"(?:(?<=[.!?] )|^)(?:Copyright|©) (?:©|\(c\))? ?\d{4}[^\n]{0,200}", re.MULTILINE),
    re.compile(r"(?:(?<=[.!?] )|^)All rights reserved\.?", re.MULTILINE),
)  # fmt: skip
"""Labels that stand out by their form wherever they are, also in the middle of a paragraph."""
