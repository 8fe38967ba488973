"""Sayso inside other libraries, one package a library. Each needs the extra of its name; nothing else imports them."""
