"""Web to Snapshot to Document. Scrapy lives here and nowhere else."""
