# Made by ergonomic/tools/unasync.py from ergonomic/wabakit/onboarding/_async/__init__.py.
# Do not edit: change that file, then run `make sync`.
