"""Finding names of people: by lists of names, and by what stands around a name."""
