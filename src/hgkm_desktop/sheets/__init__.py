"""What the information sheets say, before it is paper: texts and numbers from data files."""
