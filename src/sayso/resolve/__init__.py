"""Who is meant inside one article: mentions, the actors they refer to, and the speakers of statements."""
