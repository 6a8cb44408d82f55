package dev.sanad.llm;

/** Hears how far fetching a model has come. */
public interface FetchListener {
    FetchListener SILENT = (file, bytes) -> new Transfer() {
        @Override
        public void step(long bytes) {}

        @Override
        public void close() {}
    };

    /** @param bytes the whole file's, what an earlier run fetched of it included */
    Transfer begin(String file, long bytes);

    /** A file under way. */
    interface Transfer extends AutoCloseable {
        /** @param bytes below zero when a file has to be begun anew */
        void step(long bytes);

        @Override
        void close();
    }
}
