package dev.sanad.llm;

/** A server has nothing at an address. */
final class MissingFile extends Exception {
    private static final long serialVersionUID = 1;

    MissingFile(String message) {
        super(message);
    }
}
