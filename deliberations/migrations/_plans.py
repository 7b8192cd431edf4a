"""How PostgreSQL plans the functions that say where an element stands: the settings each is made with.

A connection that lives long keeps the plans of its first calls, made when the tables may have been
nearly empty and not yet analysed: it then reads whole tables, four times as long for a decision
after three hundred. All that these functions ask for is found by an index.
"""

BY_INDEX = "SET enable_seqscan TO off SET plan_cache_mode TO force_generic_plan"

# In a table of one page it costs as little to read all of an index as to look for a row: the rows
# are made dear, so that a plan that is kept looks for them.
BY_ROW = (
    f"{BY_INDEX} SET cpu_tuple_cost TO 1 SET cpu_index_tuple_cost TO 1 SET enable_mergejoin TO off"
)
