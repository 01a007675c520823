"""Settings of sign-in, sign-on and mail: what is impossible stops the start with a sentence."""

import pytest

from dialog.config import STAFF_ROLES, BadSetting, Config

KEY = {"SECRET_KEY": "sixteen characters at least"}
SIGN_ON = {"DIALOG_OIDC_ISSUER": "https://id.kommunen.example/", "DIALOG_OIDC_CLIENT_ID": "dialog"}


def settings(**more: str) -> Config:
    return Config.from_env(KEY | more)


def test_the_second_factor_is_required_of_everybody_unless_said_otherwise(tmp_path):
    assert settings().SECOND_FACTOR == STAFF_ROLES
    assert settings(DIALOG_SECOND_FACTOR="admin, reviewer").SECOND_FACTOR == ("admin", "reviewer")
    assert settings(DIALOG_DEMO="1", DIALOG_INSTANCE=str(tmp_path)).SECOND_FACTOR == ()


def test_a_sign_on_service_needs_an_address_and_a_name_of_ours_there(tmp_path):
    secret = tmp_path / "secret"
    secret.write_text("from a file\n")
    config = settings(
        **SIGN_ON,
        DIALOG_OIDC_CLIENT_SECRET_FILE=str(secret),
        DIALOG_OIDC_ROLES="cn=granskare,ou=x=reviewer".replace(",ou=x", "") + ", ledare=admin",
        DIALOG_OIDC_CREATE="1",
    )
    assert config.OIDC_ISSUER == "https://id.kommunen.example"
    assert config.OIDC_CLIENT_SECRET == "from a file"
    assert config.OIDC_ROLES == (("cn=granskare", "reviewer"), ("ledare", "admin"))
    assert (config.OIDC_NAME, config.OIDC_SECOND_FACTOR, config.OIDC_TRUST_EMAIL) == (
        "id.kommunen.example",
        "amr",
        False,
    )


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        ({"DIALOG_SECOND_FACTOR": "king"}, "DIALOG_SECOND_FACTOR"),
        ({"DIALOG_SECOND_FACTOR": ""}, "DIALOG_SECOND_FACTOR"),
        ({"DIALOG_OIDC_ISSUER": "http://id.kommunen.example", "DIALOG_OIDC_CLIENT_ID": "x"}, "https://"),
        ({"DIALOG_OIDC_ISSUER": "https://id.kommunen.example"}, "DIALOG_OIDC_CLIENT_ID"),
        (SIGN_ON | {"DIALOG_OIDC_ROLES": "granskare"}, "group=role"),
        (SIGN_ON | {"DIALOG_OIDC_ROLES": "granskare=king"}, "group=role"),
        (SIGN_ON | {"DIALOG_OIDC_CREATE": "1"}, "DIALOG_OIDC_ROLES"),
        (SIGN_ON | {"DIALOG_OIDC_SECOND_FACTOR": "none"}, "DIALOG_OIDC_SECOND_FACTOR"),
        (SIGN_ON | {"DIALOG_OIDC_CLIENT_SECRET_FILE": "/there/is/no/such/file"}, "can't be read"),
        ({"DIALOG_SMTP_URL": "mail.example"}, "smtp://"),
        ({"DIALOG_SMTP_URL": "smtp://mail.example"}, "DIALOG_MAIL_FROM"),
    ],
)
def test_what_is_impossible_is_said(wrong, said):
    with pytest.raises(BadSetting, match=said):
        settings(**wrong)
