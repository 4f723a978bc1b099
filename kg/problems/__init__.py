"""Problems that the graph reports: where it contradicts itself or what is known."""
