"""What is made from the contract. Do not edit; remake with `make generate`."""
