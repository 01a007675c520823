"""Long work and its progress: asked for by pages, done by a process of its own."""
