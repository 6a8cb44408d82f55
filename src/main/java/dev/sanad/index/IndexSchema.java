package dev.sanad.index;

/** What an index must have been made with to be searched by this program. */
public final class IndexSchema {
    /** Grows with every change of analysis, of segmentation or of fields; an index of another version is made anew. */
    public static final int VERSION = 14;

    private IndexSchema() {}
}
