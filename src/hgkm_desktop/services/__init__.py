"""The verbs: functions of a session, grouped by subject. They validate, never commit, know no Qt."""
