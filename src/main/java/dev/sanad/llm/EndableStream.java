package dev.sanad.llm;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** A stream that its reader can declare ended, and that tells whether it ended by itself. Of one thread. */
final class EndableStream extends FilterInputStream {
    private boolean declared;
    private boolean exhausted;

    EndableStream(InputStream in) {
        super(in);
    }

    /** From now on nothing more comes out. */
    void end() {
        declared = true;
    }

    /** Whether the other side ended it. */
    boolean exhausted() {
        return exhausted;
    }

    @Override
    public int read() throws IOException {
        return declared ? -1 : seen(super.read());
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        return declared ? -1 : seen(super.read(bytes, offset, length));
    }

    @Override
    public int available() throws IOException {
        return declared ? 0 : super.available();
    }

    private int seen(int read) {
        exhausted = read < 0;
        return read;
    }
}
