"""Links with which somebody chooses a password: handed over by an administrator, or sent by e-mail."""
