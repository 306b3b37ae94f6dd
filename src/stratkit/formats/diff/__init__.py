"""What lies between two plans, as text: sentences in a strategist's words, and the same for programs."""
