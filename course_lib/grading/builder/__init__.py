"""From authoring text to instructor notebook to student release, and back."""
