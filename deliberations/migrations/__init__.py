"""What makes the tables of the record, their functions and their triggers.

The first migration makes all of it; a further one is what `makemigrations` writes.

SQL that no model declares (functions, the view over the history, tables that are kept by triggers)
stands in the modules beside, by what it is about. A text that a released migration runs is not
changed, nor what it is put together from: what it made stands in databases. A change is a new
constant, with the whole of the changed function (CREATE OR REPLACE, and its settings, which it would
lose), and a new migration that runs it; on the way back that runs the text of before.

A new noun enters the history by a new view: `_entries.view_of(*_entries.NOUNS, "noun")`.
"""
