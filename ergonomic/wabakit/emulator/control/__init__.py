"""The doors of tests and of the page: control routes, and who calls them from elsewhere."""
