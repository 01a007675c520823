"""Signing in elsewhere: by the sign-on service of the municipality or the police, with OpenID Connect."""
