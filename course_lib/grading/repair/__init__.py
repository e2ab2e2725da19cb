"""From whatever a student handed in to the release notebook with the student's answers in place."""
