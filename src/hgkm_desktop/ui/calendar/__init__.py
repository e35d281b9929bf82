"""Painted calendars: a week, a month and the band of a day. They know no services."""
