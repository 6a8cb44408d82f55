package dev.sanad.telegram.wire;

/** What may be said of a failure in the log: messages of exceptions can hold a reader's words, those of SQLite do not. */
public final class Failure {
    private Failure() {}

    public static String describe(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null) {
            root = root.getCause();
        }
        String name = root.getClass().getName();
        StackTraceElement[] trace = root.getStackTrace();
        String where = trace.length == 0 ? "" : " at " + trace[0];
        return name.startsWith("org.sqlite.") ? name + ": " + root.getMessage() : name + where;
    }
}
