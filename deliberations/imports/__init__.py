"""Documents in: bytes → paragraphs → what a text says was decided. No database, no Django.

files.py makes the text of a file, word.py (of what archive.py lets in) and pdf.py of theirs, all
in a process that can do nothing else (limited.py); paragraphs.py parts it. vocabulary.py has the
words of groups, beside.py those that must not stand beside them, phrases.py what a sentence says;
statuses.py and labels.py what headings, suffixes and labels say, parts.py, surroundings.py and
header.py what stands above; lists.py ends a list. reading.py understands a whole document.
"""
