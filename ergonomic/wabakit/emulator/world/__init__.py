"""What is emulated: accounts, numbers, and what time does to them."""
