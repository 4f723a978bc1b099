"""What the store says, read in the pieces that questions are made of: names, identities, citation records."""
