"""The second factor: six digits that an app shows, and codes on paper for the day when the device is lost."""
