package dev.sanad.llm;

/**
 * Who says what a file's SHA-256 is.
 *
 * @param beginning of it, in hexadecimal, or the whole; empty when nobody says
 */
record Voucher(VouchedBy by, String beginning) {
    private static final int WHOLE = 64;

    boolean isWhole() {
        return beginning.length() == WHOLE;
    }

    /** Whether somebody says that this is the checksum. */
    boolean confirms(String sha256) {
        return !beginning.isEmpty() && sha256.startsWith(beginning);
    }

    /** @throws FetchException naming both checksums */
    void check(String name, String sha256) throws FetchException {
        if (!sha256.startsWith(beginning)) {
            throw new FetchException(
                    FetchException.Kind.CONTENT,
                    name + " is damaged, or another file than was promised: its SHA-256 is " + sha256 + ", and "
                            + by.words() + " says " + beginning + (isWhole() ? "" : "…") + ". It was deleted.");
        }
    }
}
