package dev.sanad.ingest;

/** Hears how long work goes on. */
public interface Progress {
    Progress SILENT = (kind, total) -> new Task() {
        @Override
        public void step(long steps) {}

        @Override
        public void close() {}
    };

    /** What takes long. */
    enum Kind {
        /** Steps are bytes of source files. */
        READING,
        /** Steps are articles. */
        INDEXING,
        /** Steps are passages. */
        EMBEDDING
    }

    Task begin(Kind kind, long total);

    /** Work under way. */
    interface Task extends AutoCloseable {
        void step(long steps);

        @Override
        void close();
    }
}
