"""Those whose place or task it is: how they are reached, and the masked copies of reports that are sent on to them."""
