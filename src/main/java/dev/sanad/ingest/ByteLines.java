package dev.sanad.ingest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;

/** The lines of a stream of bytes, ended by a line feed, one in memory at a time. */
final class ByteLines {
    private final InputStream in;
    private final int limit;
    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int from;
    private int to;
    private long number;
    private boolean tooLong;

    /** @param limit the longest line, in bytes */
    ByteLines(InputStream in, int limit) {
        this.in = in;
        this.limit = limit;
    }

    /** Of the line that it stands at, from 1; 0 before the first. */
    long number() {
        return number;
    }

    /** Goes to the next line; false when there is none. */
    boolean next() throws IOException {
        line.reset();
        tooLong = false;
        if (from == to && !fill()) {
            return false;
        }
        number++;
        do {
            int end = from;
            while (end < to && buffer[end] != '\n') {
                end++;
            }
            keep(end - from);
            from = end;
            if (end < to) {
                from++;
                return true;
            }
        } while (fill());
        return true;
    }

    /** The line's bytes, without its end. */
    byte[] bytes() throws RefusedException {
        if (tooLong) {
            throw new RefusedException("is longer than " + (limit >> 20) + " MiB");
        }
        return line.toByteArray();
    }

    private void keep(int length) {
        if (line.size() + length > limit) {
            tooLong = true;
        } else {
            line.write(buffer, from, length);
        }
    }

    private boolean fill() throws IOException {
        from = 0;
        to = Math.max(0, in.read(buffer));
        return to > 0;
    }
}
