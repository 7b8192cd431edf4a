"""Django's PostgreSQL engine, whose connections outlive the request that they were opened for.

Under ASGI each request has a thread of its own, and Django ties a connection to its thread: it
would open one for each request. That is a process more for PostgreSQL, which then reads its
catalogue and compiles all triggers of the record anew: two thirds of what it does for a decision.
"""
