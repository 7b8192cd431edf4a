"""What stands above a passage and takes weight from it: disclaimers, headings, titles."""

import re

DISCLAIMER = re.compile(
    r"^\W*(?:draft|provisional)(?: minutes)?\W*$"
    r"|nothing is agreed until everything is agreed"
    r"|(?:does|do|did) not (?:necessarily )?(?:reflect|represent|constitute|imply|indicate|mean)"
    r"(?: \w+){0,4} (?:consensus|agreement|agreed|decisions?|views?|positions?|endorsement)"
    r"|(?:has|have) not (?:yet )?been (?:negotiated|agreed|approved|adopted|endorsed|confirmed)"
    r"|not (?:yet )?(?:been )?(?:negotiated|agreed|approved|binding) text"
    r"|without prejudice to (?:the )?(?:positions?|final|outcome)"
    r"|(?:under|on) (?:the|his|her|its|their) (?:own|sole) responsibility"
    r"|responsibility of the (?:co-?)?chairs?\b"
    r"|(?:does|do) not prejudge|for discussion (?:purposes )?only|\bnon-paper\b"
    r"|(?:reserv|object|oppos|dissociat|disassociat)\w*\b[^.]{0,60}\b(?:below|what follows)\b"
    r"|\b(?:proposals?|suggestions?)\b[^.]{0,40}\bfor discussion\b"
    r"|draft minutes|unapproved|unconfirmed|unofficial|subject to (?:approval|confirmation"
    r"|adoption|correction)|not (?:an )?official|to be confirmed (?:at|by|on)",
    re.IGNORECASE,
)

HEADER_DISCLAIMER = re.compile(
    r"\b(?:draft|proposed|provisional|unapproved|zero|preliminary|non-paper|working document)\b",
    re.IGNORECASE,
)
NOT_OF_THIS = re.compile(
    r"\b(?:agenda(?! item)|example|template|sample|proposed|suggested|alternatives?|options?"
    r"|further study|parking lot|parked|open (?:issues?|points?|questions?)"
    r"|background|histor\w+|previous|last meeting|matters arising|recap|earlier|legend"
    r"|glossary|definitions?"
    r"|draft (?:decisions?|resolutions?|conclusions?|text)|hypothetical|instructions?"
    r"|dissent\w*|minority (?:report|opinion|view)s?|errat(?:um|a)|corrigend(?:um|a)|fiction\w*"
    r"|^(?:delete|replace|strike|rescinded|revoked|superseded|repealed|(?:not|no longer) in force)"
    # What is put in another's place: "by", "with the following", "Read".
    r"|^(?:by|with|for|read|substitute|insert)(?: (?:the following|this|these)(?: \w+)?)?$"
    r"|^(?:existing|current|present|old|new|former|original|amended|revised) (?:text|wording"
    r"|version|language|paragraphs?)"
    r"|^(?:text|wording|language|version|proposal|declaration) (?:of|by|from|for)"
    r"|^reservations?(?: (?:of|by|from)\b[^:]*)?$|^version \d+$|^(?:fallback|plan b|pending)$"
    r"|[’']s (?:proposal|text|wording|version|language)|^secretariat note|^bracketed"
    r"|explanations? of (?:vote|position)|^(?:not|if|why)"
    r"|^(?:possible|potential|desired|expected) (?:outcome|decision|element|agreement|text"
    r"|conclusion)s?|^(?:paragraph|section) \d[\d.]* of"
    r"|(?:what )?went (?:wrong|well|badly)|^mistakes|lessons (?:learn\w+|from)|^wrong\w*"
    r"|^what (?:(?:should|could|would|might)|(?:was|were|is|are) (?:wrong|missing|not))"
    r"|should (?:not )?(?:say|read)"
    r"|guidelines?|(?:no|did not (?:reach|find)|without|lack of|not subject to)"
    r" (?:consensus|agreement))\b",
    re.IGNORECASE,
)
"""Of a part heading: what stands below is told of another time, or not yet so."""

WHOLLY_OTHER = re.compile(
    r"\b(?:agenda|template|sample|example|press release|newsletter"
    r"|(?:statement|comments?|views?|position|submission|letter) (?:by|of|from)|liaison"
    r"|comments received|reports? (?:by|from)|reports? of the (?:bureau|sub\w*|secretariat)"
    r"|to be (?:taken|decided|discussed)|other (?:meetings|groups|bodies)"
    r"|(?:no|without|lack of|did not (?:reach|find)) (?:consensus|agreement))\b",
    re.IGNORECASE,
)
"""Of a paper's title: it is no record of the meeting at all."""

OF_PEOPLE_AND_PAPERS = (
    r"(?:list of |agreed )?(?:participants|attend\w+|present|apologies|action (?:items|points)"
    r"|actions?|next (?:steps|meeting)|papers?|speakers?|side events?|news)\b"
)
OF_OTHERS = re.compile(
    r"\b(?:statements?|views?|positions?|comments?|inputs?|submissions?|letters?|updates?"
    r"|presentations?|proposals?|reports?) (?:by|from|on|received)\b"
    r"|\b(?:statements?|views?|positions?) of\b"
    r"|\breports? of the (?:bureau|sub|secretariat|task)|\bliaison|\bpress release"
    r"|\bother (?:meetings|groups|bodies)\b|\bto be (?:taken|decided|discussed)\b"
    r"|\bfor discussion\b|\b(?:annex|appendix|workshop)\b"
    rf"|^\W*{OF_PEOPLE_AND_PAPERS}",
    re.IGNORECASE,
)
"""Of a part heading in the text: what stands below is of somebody else, or no element."""
