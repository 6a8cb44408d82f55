package dev.sanad.llm;

import java.util.Locale;

/** Sizes for people. */
public final class Megabytes {
    private static final double MEGABYTE = 1e6;

    private Megabytes() {}

    /** Such as {@code 94.1 MB}; a megabyte is a million bytes, as where files are offered. */
    public static String of(long bytes) {
        return String.format(Locale.ROOT, "%.1f MB", bytes / MEGABYTE);
    }
}
