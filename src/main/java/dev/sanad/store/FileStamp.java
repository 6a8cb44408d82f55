package dev.sanad.store;

/**
 * A source's file as it was when it was last read.
 *
 * @param path within its source, {@code /} between folders
 * @param size bytes
 * @param modified nanoseconds since 1970; {@link #TOO_FRESH} when the file may have changed since within its clock's tick
 * @param sha256 of its bytes, 64 hexadecimal digits
 */
public record FileStamp(String path, long size, long modified, String sha256) {
    public static final long TOO_FRESH = -1;
}
