"""What people do behind Graph's back: seeds, reviews, snapshots."""
