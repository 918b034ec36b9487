"""What a case file survives: programs killed at any moment, full disks, several programs at once."""
