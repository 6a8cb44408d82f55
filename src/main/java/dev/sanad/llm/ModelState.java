package dev.sanad.llm;

/** What there is of a model in an archive. */
public sealed interface ModelState {
    /** On disk. */
    long bytes();

    /** Nothing. */
    record Absent() implements ModelState {
        @Override
        public long bytes() {
            return 0;
        }
    }

    /** Fetching it was begun, and goes on where it stopped. */
    record Begun(long bytes) implements ModelState {}

    /** Every file is there, and has the checksum that it had when it was installed. */
    record Installed(ModelManifest manifest, long bytes) implements ModelState {}

    /** It was installed, and has changed since. */
    record Damaged(String why, long bytes) implements ModelState {}
}
