package dev.sanad.llm;

import dev.sanad.config.Masked;
import dev.sanad.llm.FetchException.Kind;
import dev.sanad.llm.WebClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A model hub, or a mirror of one. What nobody vouches for is not taken: the checksum stands in {@code SHA256SUMS} beside
 * the file, or in the hub's header, or begins as the catalogue knows.
 */
public final class WebSource implements ModelSource {
    /** How long a server may be silent. */
    public static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final int MOST_SUMS = 1 << 20;
    private static final Pattern SHA256_TAG = Pattern.compile("\"?([0-9a-fA-F]{64})\"?");
    private final URI folder;
    private final WebClient client;
    private final FallbackChain.Pause pause;

    /** @param folder ends with a slash */
    public WebSource(URI folder, Duration patience) {
        this(folder, patience, Thread::sleep);
    }

    WebSource(URI folder, Duration patience, FallbackChain.Pause pause) {
        this.folder = folder;
        this.client = new WebClient(patience);
        this.pause = pause;
    }

    @Override
    public String name() {
        return Masked.url(folder.toString());
    }

    @Override
    public Sha256Sums sums() throws FetchException, InterruptedException {
        URI address = folder.resolve(Sha256Sums.FILE);
        var retries = new Retries(pause);
        while (true) {
            try (Reply reply = client.get(address, Map.of())) {
                if (reply.status() == 200) {
                    return Sha256Sums.parse(reply.body().text(MOST_SUMS));
                }
                reply.failIfPassing();
                return Sha256Sums.NONE;
            } catch (BrokenOff e) {
                if (!retries.again(e, false)) {
                    throw new FetchException(Kind.SOURCE, address + " " + e.getMessage() + ".");
                }
            }
        }
    }

    @Override
    public ReceivedFile fetch(ModelFile file, Path target, Sha256Sums sums, FetchListener listener)
            throws FetchException, IOException, InterruptedException {
        for (String name : sums.sort(file.sourceNames())) {
            URI address = folder.resolve(name);
            var download = new Download(
                    client, address, target, reply -> voucher(file, address, sums.of(name), hubs(reply.linkedEtag())));
            try {
                return download.run(new Retries(pause), listener);
            } catch (MissingFile e) {
                // it may have another name
            }
        }
        throw new FetchException(
                Kind.SOURCE, folder + " has no " + String.join(" or ", file.sourceNames()) + " (404).");
    }

    private static Voucher voucher(ModelFile file, URI address, @Nullable String sum, @Nullable String hubs)
            throws FetchException {
        if (sum != null) {
            return new Voucher(VouchedBy.SUMS, sum);
        }
        if (hubs != null && !file.knownBeginning().isEmpty() && !file.isKnown(hubs)) {
            throw new FetchException(
                    Kind.CONTENT,
                    address + " has another " + file.name() + " than Sanad knows: its SHA-256 is " + hubs
                            + ", and should begin with " + file.knownBeginning() + ".");
        }
        if (hubs != null) {
            return new Voucher(VouchedBy.HUB, hubs);
        }
        if (!file.knownBeginning().isEmpty()) {
            return new Voucher(VouchedBy.CATALOGUE, file.knownBeginning());
        }
        throw new FetchException(
                Kind.CONTENT,
                "Nobody says what " + address + " has to be, so it was not fetched: lay a file SHA256SUMS beside it"
                        + " (sha256sum makes one), or download the files yourself and use --from FOLDER.");
    }

    /** The checksum in the hub's header; null where it is none, as for small files. */
    private static @Nullable String hubs(@Nullable String linkedEtag) {
        Matcher tag = SHA256_TAG.matcher(linkedEtag == null ? "" : linkedEtag.strip());
        return tag.matches() ? tag.group(1).toLowerCase(Locale.ROOT) : null;
    }
}
