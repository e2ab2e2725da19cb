"""The judge: test cells run here, the student's code in a process of its own, plain data crosses."""
