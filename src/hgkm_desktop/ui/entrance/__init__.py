"""Everything before somebody is signed in: the first start, sign-in, lock, and when it stays shut.

These pages are painted before anything slow is loaded: what needs keys, database or paper is
imported where it is used.
"""
