"""What the municipality's own staff said in the story, of work that is invented too."""
