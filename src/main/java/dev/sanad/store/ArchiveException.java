package dev.sanad.store;

/** An archive cannot be used as it is; the message says why and what to do. */
public final class ArchiveException extends RuntimeException {
    private static final long serialVersionUID = 1;

    public ArchiveException(String message, Throwable cause) {
        super(message, cause);
    }
}
