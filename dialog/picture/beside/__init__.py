"""Other sources beside the dialogue in a picture: as published or protected, frozen with it, never one score."""
