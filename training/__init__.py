"""Builds the attribution model from annotated articles: data, training, thresholds, calibration, export.

Training may import ``sayso`` (windows, paragraphs, quotations); ``sayso`` never imports this package.
"""
