"""What is said of a document brought in: why it is refused, what of it is not understood."""

from django.utils.translation import gettext_lazy

UNREADABLE = {
    "empty": gettext_lazy("The file is empty."),
    "too-large": gettext_lazy("The file is too large: at most 20 MB, and four million letters."),
    "unknown-format": gettext_lazy("Bring a file that ends in .txt, .md, .docx or .pdf."),
    "other-content": gettext_lazy("The file holds something else than its name says."),
    "encrypted": gettext_lazy("The file is encrypted. Save it without a password."),
    "encrypted-or-old": gettext_lazy(
        "The file is encrypted, or of a Word before 2007. Save it as .docx without a password."
    ),
    "truncated": gettext_lazy("The end of the file is missing."),
    "damaged": gettext_lazy("The file is damaged and can’t be read."),
    "macros": gettext_lazy("The file holds macros. Save it as .docx, without them."),
    "entities": gettext_lazy("The file holds definitions (entities) that no document needs."),
    "outside": gettext_lazy("The file refers to parts that lie elsewhere. Save it with them."),
    "bomb": gettext_lazy("The file unpacks to more than a document holds."),
    "too-many-pages": gettext_lazy("The file has more than 1,000 pages."),
    "too-much": gettext_lazy("Reading the file takes more time or memory than a document needs."),
    "encoding": gettext_lazy("It can’t be told in which encoding the text is. Save it in UTF-8."),
    "no-text": gettext_lazy("The file holds no text, as where pages are pictures."),
}

REMARKS = {
    "tracked-changes": gettext_lazy("The file has tracked changes: they count as accepted."),
    "struck": gettext_lazy("What is struck through was left out."),
    "pdf": gettext_lazy("In a PDF lines are all there is: paragraphs and lists are put together."),
    "encoding": gettext_lazy("The encoding of the text was found by its letters."),
}

WHY = {
    "unknown": gettext_lazy("Not understood: no phrase that is known."),
    "negated": gettext_lazy("Not understood: a negation or an exception."),
    "conditional": gettext_lazy("Not understood: a condition, a wish, or something to come."),
    "partial": gettext_lazy("Not understood: not the group as a whole."),
    "reported": gettext_lazy("Not understood: told of another time, or by somebody."),
    "basis": gettext_lazy("Not understood: a basis that is not known."),
    "no-element": gettext_lazy("No disposition: what was decided is no element."),
    "neutral": gettext_lazy("No disposition: it was noted."),
    "carried": gettext_lazy("No disposition: put off, but not to the report."),
    "names": gettext_lazy(
        "Not understood: names alone. Are they who agreed, or the title of what was agreed?"
    ),
    "points": gettext_lazy("Not understood: it points to what was agreed, and does not say it."),
    "no-list": gettext_lazy("No list found."),
    "unclear-list": gettext_lazy("Where the list ends is not clear."),
    "label-and-list": gettext_lazy("A resolution with a list: not understood."),
    "another-meeting": gettext_lazy("Told of another meeting."),
    "two-outcomes": gettext_lazy("Not understood: several outcomes in one sentence."),
    "two-bases": gettext_lazy("Not understood: several bases in one sentence."),
    "aside": gettext_lazy("Quoted, or set in: not read."),
    "asked": gettext_lazy("A question."),
    "bracketed": gettext_lazy("In brackets: not agreed."),
    "suffix": gettext_lazy("What stands after the item is not understood."),
    "undone": gettext_lazy("What follows says that it did not stand."),
    "about-a-text": gettext_lazy("A resolution about a text: not understood."),
    "part": gettext_lazy("Stands under a heading that makes it none of this meeting’s decisions."),
    "item-denies": gettext_lazy("It says of itself that it was not agreed: left out of the list."),
    "too-long": gettext_lazy("Too long for a sentence."),
}

DOUBTS = {
    "unanimous": gettext_lazy("It says “unanimously”, a basis that the record does not have."),
    "as-amended": gettext_lazy("“As amended”: the list may have the text from before."),
    "bare-heading": gettext_lazy("A heading of one word: of what, it does not say."),
    "perhaps-not-reached": gettext_lazy("Perhaps it was only not reached."),
    "begins-later": gettext_lazy("The list does not begin at its first."),
    "list-in-list": gettext_lazy("A list within the list is read as part of its item."),
    "suffix": gettext_lazy("Each item says it itself; there is no sentence."),
    "split-at-commas": gettext_lazy("The list was split at commas."),
    "one-item": gettext_lazy("The list has one item."),
    "about-a-text": gettext_lazy("Agreed as it stands, or what it is about?"),
    "item-speaks": gettext_lazy("An item speaks of an outcome itself."),
    "one-of": gettext_lazy("“Or”: perhaps only one of the list."),
    "item-brackets": gettext_lazy("An item has words in brackets: they are perhaps not agreed."),
    "two-scripts": gettext_lazy("A word has letters of two scripts: it may look as another."),
    "item-asks": gettext_lazy("An item is a question."),
    "item-edits": gettext_lazy("An item tells how a text is changed."),
    "goes-on": gettext_lazy("An item perhaps goes on with the one before."),
    "led-to": gettext_lazy("What stands above it may say whose words these are."),
    "other-body": gettext_lazy("The paper names another body above."),
    "other-things": gettext_lazy("Whether what is listed are elements, it does not say."),
    "further-words": gettext_lazy("The sentence says more, which was not understood."),
    "taken-back": gettext_lazy("What follows the list may take something of it back."),
    "placed": gettext_lazy("Which question its new elements answer is to be chosen."),
    "matched": gettext_lazy("Which element is meant, or that it is a new one, is to be chosen."),
    "twice": gettext_lazy("An item stands in the document twice."),
}
