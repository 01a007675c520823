"""What administrators set while Dialog runs, over the defaults of Config."""
