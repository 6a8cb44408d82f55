package dev.sanad.llm;

import dev.sanad.llm.FetchException.Kind;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder on this machine. Its files are the user's own: they are taken where nobody vouches for them, too. */
public final class FolderSource implements ModelSource {
    private static final int BUFFER = 1 << 20;
    private final Path folder;

    public FolderSource(Path folder) {
        this.folder = folder;
    }

    @Override
    public String name() {
        return folder.toString();
    }

    @Override
    public ReceivedFile fetch(ModelFile file, Path target, Sha256Sums sums, FetchListener listener)
            throws FetchException, IOException {
        String name = sums.sort(file.sourceNames()).stream()
                .filter(candidate -> Files.isRegularFile(folder.resolve(candidate)))
                .findFirst()
                .orElseThrow(() -> new FetchException(
                        Kind.SOURCE,
                        folder + " has no " + String.join(" or ", file.sourceNames()) + "; lay it there."));
        String sum = sums.of(name);
        var voucher = sum == null ? new Voucher(VouchedBy.NOBODY, "") : new Voucher(VouchedBy.SUMS, sum);
        try (PartFile part = PartFile.open(target, "")) {
            part.restart(null);
            copy(folder.resolve(name), part, target, listener);
            String sha256 = part.finish(voucher);
            boolean known = sum == null && file.isKnown(sha256);
            return new ReceivedFile(file.name(), sha256, known ? VouchedBy.CATALOGUE : voucher.by());
        }
    }

    @Override
    public Sha256Sums sums() throws FetchException {
        Path file = folder.resolve(Sha256Sums.FILE);
        try {
            return Files.exists(file) ? Sha256Sums.parse(Files.readString(file)) : Sha256Sums.NONE;
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static void copy(Path file, PartFile part, Path target, FetchListener listener)
            throws FetchException, IOException {
        long bytes = size(file);
        FreeSpace.check(target, bytes);
        byte[] buffer = new byte[BUFFER];
        try (InputStream in = open(file);
                FetchListener.Transfer transfer = listener.begin(part.name(), bytes)) {
            for (int read = read(file, in, buffer); read >= 0; read = read(file, in, buffer)) {
                part.append(ByteBuffer.wrap(buffer, 0, read));
                transfer.step(read);
            }
        }
    }

    private static long size(Path file) throws FetchException {
        try {
            return Files.size(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static InputStream open(Path file) throws FetchException {
        try {
            return Files.newInputStream(file);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static int read(Path file, InputStream in, byte[] buffer) throws FetchException {
        try {
            return in.read(buffer);
        } catch (IOException e) {
            throw unreadable(file, e);
        }
    }

    private static FetchException unreadable(Path file, IOException e) {
        return new FetchException(
                Kind.SOURCE, file + " cannot be read (" + e.getClass().getSimpleName() + ").");
    }
}
