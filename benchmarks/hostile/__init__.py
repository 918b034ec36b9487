"""What Sayso does with bad input: what it gives, in how many seconds, with how much memory."""
