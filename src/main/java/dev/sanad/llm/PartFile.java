package dev.sanad.llm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A file that is not whole yet: {@code NAME.part}, with {@code NAME.part.of} beside it, whose lines say where it comes
 * from and what the server called this version of it.
 */
final class PartFile implements AutoCloseable {
    private final Path target;
    private final Path part;
    private final Path origin;
    private final String address;
    private final FileChannel channel;
    private final Sha256 sha256 = new Sha256();
    private final @Nullable String there;
    private @Nullable String validator;

    private PartFile(Path target, String address) throws IOException {
        this.target = target;
        this.part = target.resolveSibling(target.getFileName() + ".part");
        this.origin = target.resolveSibling(target.getFileName() + ".part.of");
        this.address = address;
        this.there = Files.isRegularFile(target) ? Sha256.of(target) : null;
        this.channel = FileChannel.open(part, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
    }

    /**
     * Goes on with what an earlier run fetched from the same address. What is from another one counts as nothing, and
     * goes with the first {@link #restart}.
     */
    static PartFile open(Path target, String address) throws IOException {
        var file = new PartFile(target, address);
        List<String> lines = Files.exists(file.origin) ? Files.readAllLines(file.origin) : List.of();
        if (!lines.isEmpty() && lines.getFirst().equals(address)) {
            file.validator = lines.size() > 1 ? lines.get(1) : null;
            file.sha256.add(file.part);
            file.channel.position(file.channel.size());
        }
        return file;
    }

    /** What it is called once it is whole. */
    String name() {
        return target.getFileName().toString();
    }

    long length() throws IOException {
        return channel.position();
    }

    /** Whether the whole file is there already, since an earlier run. */
    boolean isThere(Voucher voucher) {
        return there != null && voucher.confirms(there);
    }

    /** An {@code ETag} or a date, as {@code If-Range} wants it; null where the server gave none. */
    @Nullable String validator() {
        return validator;
    }

    void restart(@Nullable String newValidator) throws IOException {
        channel.truncate(0);
        sha256.hexadecimal();
        validator = newValidator;
        Files.writeString(origin, newValidator == null ? address + "\n" : address + "\n" + newValidator + "\n");
    }

    void append(ByteBuffer bytes) throws IOException {
        sha256.add(bytes);
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
    }

    /**
     * The file takes its place if it is what it should be, else it is deleted. Nothing can be appended after this.
     *
     * @return its SHA-256
     */
    String finish(Voucher voucher) throws FetchException, IOException {
        Files.deleteIfExists(origin);
        if (there != null && voucher.confirms(there)) {
            Files.delete(part);
            return there;
        }
        String sum = sha256.hexadecimal();
        try {
            voucher.check(name(), sum);
        } catch (FetchException e) {
            Files.delete(part);
            throw e;
        }
        channel.force(true);
        Files.move(part, target, StandardCopyOption.ATOMIC_MOVE);
        return sum;
    }

    @Override
    public void close() throws IOException {
        boolean empty = channel.size() == 0;
        channel.close();
        if (empty) {
            Files.deleteIfExists(origin);
            Files.deleteIfExists(part);
        }
    }
}
