package dev.sanad.llm;

/** Who says that a file is the right one. */
public enum VouchedBy {
    /** {@code SHA256SUMS} beside it. */
    SUMS("SHA256SUMS beside it"),
    /** The hub's header. */
    HUB("the hub"),
    /** Sanad, by how the checksum begins. */
    CATALOGUE("Sanad's catalogue"),
    /** Nobody; it came from a folder that the user named. */
    NOBODY("nobody");

    private final String words;

    VouchedBy(String words) {
        this.words = words;
    }

    /** For people. */
    public String words() {
        return words;
    }
}
