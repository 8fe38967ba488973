"""Bytes from addresses on a network, and nothing else of Sayso asks one. What the bytes mean is no matter of this package.

Every connection goes to an address of the internet protocol that was checked just before, in `network`; how a host is treated stands in
`robots` and `turns`, what an answer may cost in `settings`.
"""
