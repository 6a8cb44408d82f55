package dev.sanad.llm;

/** A model could not be fetched or removed; the message says why, for people. */
public final class FetchException extends Exception {
    private static final long serialVersionUID = 1;

    /** Told apart by what helps. */
    public enum Kind {
        /** The source cannot be reached, refuses, or lacks a file. */
        SOURCE,
        /** The file that came is not the one that was promised, or nobody promised anything. */
        CONTENT,
        /** The archive's disk: its space, its permissions. */
        DISK,
        /** Another process is at it. */
        BUSY
    }

    private final Kind kind;

    FetchException(Kind kind, String message) {
        super(message);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
