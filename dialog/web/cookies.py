"""The one cookie of the house, for staff only."""

from flask import Flask, has_request_context, request
from flask.sessions import SecureCookieSessionInterface


class StaffCookie(SecureCookieSessionInterface):
    """`__Host-dialog` over https; `dialog` over plain http, which only loopback should see."""

    def get_cookie_name(self, app: Flask) -> str:
        return "__Host-dialog" if has_request_context() and request.is_secure else "dialog"

    def get_cookie_secure(self, app: Flask) -> bool:
        return request.is_secure

    def get_cookie_samesite(self, app: Flask) -> str:
        return "Lax"

    def get_cookie_path(self, app: Flask) -> str:
        return "/"

    def get_cookie_domain(self, app: Flask) -> None:
        return None
