package dev.sanad.ingest;

/** A file, or a part of one, is no article. The message goes on after its name. */
final class RefusedException extends Exception {
    RefusedException(String reason) {
        super(reason);
    }

    String reason() {
        return String.valueOf(getMessage());
    }
}
