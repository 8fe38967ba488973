"""Positions: training data of our own writing and the public sets, and the heads that learn from them on the shared encoder."""
