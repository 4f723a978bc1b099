"""Questions to a dataset: one module a question, one public function each, typed answers (`kg.models`)."""
