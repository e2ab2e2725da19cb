"""The instructor's side: build, repair, judge, marks. Not shipped to students."""
