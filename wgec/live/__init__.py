"""The pages follow the record: PostgreSQL tells this process, this process tells its readers."""
