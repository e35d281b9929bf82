"""The verbs: functions of a session, grouped by subject. They never commit, know no Qt."""
