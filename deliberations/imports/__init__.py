"""Documents in: bytes → paragraphs → what a text says was decided. No database, no Django.

files.py makes paragraphs of a file (limited.py: in a process that can do nothing else), phrases.py
knows how groups phrase outcomes, reading.py understands a whole document.
"""
