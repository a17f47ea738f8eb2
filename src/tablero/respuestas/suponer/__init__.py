"""«¿Y si…?»: la política y un producto si reportaran otra cosa."""
