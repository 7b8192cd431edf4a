"""The shapes of what people send. Whether the record takes it is for the operations to say."""
