"""Reading, masking, coding and routing what residents said."""
