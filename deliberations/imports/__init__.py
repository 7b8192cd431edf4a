"""Documents in: bytes → paragraphs → what a text says was decided. No database, no Django.

files.py makes the text of a file, word.py and pdf.py of theirs (limited.py: in a process that can
do nothing else); paragraphs.py parts it. vocabulary.py has the words of groups, phrases.py what a
sentence of them says, beside.py what must not stand beside; statuses.py and labels.py
what headings, suffixes and labels say, parts.py, surroundings.py and header.py what stands above;
lists.py ends a list. reading.py understands a whole document.
"""
