package dev.sanad.store;

/**
 * A source's file as it was when it was last read.
 *
 * @param path within its source, {@code /} between folders
 * @param size bytes
 * @param modified nanoseconds since 1970; {@link #TOO_FRESH} when the file may have changed since within its clock's tick
 * @param sha256 of its bytes, 64 hexadecimal digits
 * @param refused what of it was no article, a line each; empty when all was
 */
public record FileStamp(String path, long size, long modified, String sha256, String refused) {
    public static final long TOO_FRESH = -1;

    public FileStamp refusing(String lines) {
        return new FileStamp(path, size, modified, sha256, lines);
    }
}
