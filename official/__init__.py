"""Statistical agencies on the wire: what they publish today, as observations. Fetches and reads; stores nothing."""
