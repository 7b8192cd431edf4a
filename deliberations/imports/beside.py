"""What must not stand beside the known words of a sentence: it then says less, or another."""

import re

MUST_NOT = {
    # Where any of these stands beside the known words, the sentence says less, or something else.
    "negated": r"not|no|non|never|neither|nor|none|without|unable|fail\w*|lack\w*|cannot|except"
    r"|excluding|unless|instead|refus\w*|declin\w*|disagree\w*|object\w*|oppos\w*|divergen\w*"
    r"|\w+n['’]t|exception\w*|apart|other than|save for|reserv\w*|omit\w*|delet\w*"
    r"|remov\w*|drop\w*|dissent\w*|abstain\w*|abstention\w*|rescind\w*|revok\w*|overturn\w*"
    r"|among|inter alia|but|although|though|despite|albeit|gaps?|challenges?|excuses?"
    r"|criticisms?|arguments?|unacceptable|false|void|invalid|obsolete|superseded|placeholders?"
    r"|minus|reluctan\w+|strik\w+|undid",
    "conditional": r"should|would|could|may|might|will|shall|must|can|if|whether|when|once|until"
    r"|provided|subject|condition\w*|pending|bracket\w*|tentativ\w*|provisional\w*|possibl[ey]"
    r"|intend\w*|future|later|yet|still|temporar\w*|understanding|assum\w*|hypothe\w*|stage"
    r"|for now|time being|preliminar\w*|informal\w*|almost|nearly|partial\w*|unless|in case"
    r"|next|further|again|consideration|examination|study|review|reflection|comments?|negotiat\w*"
    r"|options?|drafts?|compilation|background|inventory|inputs?|annex\w*|papers?|documents?"
    r"|interim|purposes?|exercise|trial|pilot|experiment\w*|where possible"
    r"|(?:open|outstanding|unresolved)(?= (?:elements?|items?|points?|proposals?|texts?|questions?"
    r"|paragraphs?|recommendations?|amendments?)\b)|contested|contentious|controversial|disputed"
    r"|readings?|refer(?:red|s)?|(?:technical|working|expert|officials?)[- ]level"
    r"|upcoming|confirm\w*|to be|starting|completeness|proposed to|seek\w*"
    r"|try\w*|attempt\w*|aim\w*|hope\w*|were to",
    "partial": r"some|several|many|most|few|majority|minority|broad\w*|general(?:ly)?|largely"
    r"|mostly|widespread|certain|one delegation|individual|co-?sponsors?|sub-?group|drafting",
    "reported": r"said|stated|noted|recall\w*|report(?:s|ed)|claim\w*|accord\w*|argued?|suggest\w*"
    r"|asked|request\w*|invit\w*|wonder\w*|felt|thought|previous\w*|earlier|already|last|past"
    r"|ago|(?:19|20)\d\d|propos(?:al by|es|ing)|recommend(?:s|ed) that|believed?|view",
    "basis": r"consensus|objections?|votes?|voted|voting|unanim\w*|acclamation|hum|unopposed"
    r"|majority|show of hands",
    "no-element": r"agenda|minutes|programme of work|work ?(?:plan|programme)|time ?(?:line|table"
    r"|frame)s?|schedule|calendar|next steps?|dates?|deadlines?|participants|attendance|attendees"
    r"|membership|actions?|tasks?|assignments?|venue|host|roadmap|modalit\w+|methods? of work"
    r"|working methods?|rules of procedure|officers?|bureau|elect\w*|appoint\w*|nominat\w*"
    r"|sub-?committees?|sub-?groups?|questions|questionnaire|topics|issues for|apologies"
    r"|responsib\w+|milestones|procedures?|invoices?|payments?|discussions?|speakers|volunteers"
    r"|arrangements?|process\w*|format|structure|approach\w*|way forward|steps|sessions?|meetings?"
    r"|workshops?|follow-up|activities|mandate|terms of reference|composition|plans?|chair\w*"
    r"|members|candidates|representatives|rapporteurs?|facilitators?|apolog\w+",
}
OTHER_THINGS = (
    r"observers?|countries|individuals|persons|people|experts|names?|locations?|venues|places"
    r"|cities|grants?|tenders?|bids?|contracts?|suppliers?|expenditures?|expenses?|costs?|fees"
    r"|budgets?|resignations?|appointments?|homework|to-?dos?|issues?|problems?|press|letters?"
    r"|web ?sites?|publication|liaisons?|secretariat|staff|logistics|invitations?|contributions"
)
"""What a group agrees upon and lists, and is no element; in a sentence, not in a resolution."""

MUST_NOT_STAND = [
    (why, re.compile(rf"\b(?:{words})\b", re.IGNORECASE))
    for why, words in [*MUST_NOT.items(), ("no-element", OTHER_THINGS)]
]
