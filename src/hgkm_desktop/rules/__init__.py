"""The field's own rules, without database or screen: who holds her, may we call, what ends when."""
