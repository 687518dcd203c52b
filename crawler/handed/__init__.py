"""What a user hands over: files, mailboxes, web archives, each taken apart into snapshots."""
