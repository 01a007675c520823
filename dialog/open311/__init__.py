"""Open311 GeoReport v2: other systems read what staff cleared, and send reports of their own."""
