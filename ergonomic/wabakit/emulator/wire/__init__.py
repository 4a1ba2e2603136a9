"""HTTP as Graph speaks it: requests, answers, refusals, faults."""
