"""Stance toward an object: public sets of pairs, and the head that learns from them on the shared encoder."""
