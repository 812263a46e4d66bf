"""Work that waits: who holds a row, what the queue is told, what stopped it, and what a worker keeps."""
