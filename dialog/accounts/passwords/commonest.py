"""Words that passwords are most often made of, in Swedish and English, as lists of leaked passwords show them."""

COMMONEST = frozenset(
    (
        *("password", "passwort", "passw", "pass", "losenord", "lösenord", "hemlig", "hemligt", "secret", "letmein"),
        *("welcome", "valkommen", "välkommen", "admin", "administrator", "administratör", "root", "user", "guest"),
        *("login", "master", "default", "changeme", "test", "testing", "demo", "dialog", "trygg", "trygghet"),
        *("qwerty", "qwertyuiop", "qwertyuiopå", "asdfgh", "asdfghjkl", "asdfghjklö", "zxcvbnm", "azerty", "qazwsx"),
        *("qazwsxedc", "abc", "abcdef", "abcdefgh", "iloveyou", "jagalskardig", "jagälskardig", "sunshine", "princess"),
        *("football", "fotboll", "hockey", "baseball", "monkey", "dragon", "superman", "batman", "pokemon", "starwars"),
        *("summer", "sommar", "sommaren", "winter", "vinter", "vintern", "autumn", "host", "höst", "hösten", "spring"),
        *("var", "vår", "våren", "monday", "mandag", "måndag", "friday", "fredag", "januari", "december", "sverige"),
        *("sweden", "stockholm", "goteborg", "göteborg", "malmo", "malmö", "uppsala", "svensk", "kommun", "kommunen"),
        *(
            "polis",
            "polisen",
            "police",
            "medborgarlofte",
            "medborgarlöfte",
            "trustno",
            "freedom",
            "whatever",
            "michael",
        ),
        *("jennifer", "charlie", "jordan", "hunter", "shadow", "killer", "pepper", "cookie", "chocolate", "choklad"),
    )
)
