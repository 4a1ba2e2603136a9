"""Connections to Graph: what lies below `send`. Its one door is `transport`, of either face."""
