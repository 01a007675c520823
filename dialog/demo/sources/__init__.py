"""What others tell of Åkersta: files as they would be published, and what departments and the police write."""
