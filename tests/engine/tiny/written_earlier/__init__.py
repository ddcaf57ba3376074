"""What `makemigrations` of version 0.1 wrote, word for word: no file here is ever edited."""
