"""HTTP routes: each parses its input, asks `kg`, shows the answer."""
