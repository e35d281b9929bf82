"""The paper: functions that take plain data and return the bytes of a PDF; nothing is written."""
