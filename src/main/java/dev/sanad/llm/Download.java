package dev.sanad.llm;

import dev.sanad.config.Masked;
import dev.sanad.llm.FetchException.Kind;
import dev.sanad.llm.WebClient.Reply;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** One file from one address, taken up where it broke off. */
final class Download {
    private static final Logger log = LoggerFactory.getLogger(Download.class);
    private static final Pattern CONTENT_RANGE = Pattern.compile("bytes (?:(\\d{1,18})-\\d{1,18}|\\*)/(\\d{1,18}|\\*)");
    private static final long UNKNOWN = -1;

    private final WebClient client;
    private final URI address;
    private final Path target;
    private final Vouching vouching;

    /** Who vouches for what a reply brings. Asked before its body is read. */
    interface Vouching {
        /** @throws FetchException when nobody does, or it is another file than is wanted */
        Voucher of(Reply reply) throws FetchException;
    }

    Download(WebClient client, URI address, Path target, Vouching vouching) {
        this.client = client;
        this.address = address;
        this.target = target;
        this.vouching = vouching;
    }

    /** @throws MissingFile when the server has nothing at the address */
    ReceivedFile run(Retries retries, FetchListener listener)
            throws MissingFile, FetchException, IOException, InterruptedException {
        try (PartFile part = PartFile.open(target, Masked.url(address.toString()));
                var meter = new Meter(listener, part.name())) {
            Voucher voucher = null;
            while (voucher == null) {
                long before = part.length();
                try (Reply reply = client.get(address, range(part))) {
                    voucher = take(reply, part, meter);
                } catch (BrokenOff e) {
                    log.debug("{} {} at {} bytes", address, e.getMessage(), part.length());
                    if (!retries.again(e, part.length() > before)) {
                        throw givenUp(e, part.length());
                    }
                }
            }
            return new ReceivedFile(part.name(), part.finish(voucher), voucher.by());
        }
    }

    private static Map<String, String> range(PartFile part) throws IOException {
        var headers = new LinkedHashMap<String, String>();
        if (part.length() > 0) {
            headers.put("Range", "bytes=" + part.length() + "-");
            if (part.validator() != null) {
                headers.put("If-Range", part.validator());
            }
        }
        return headers;
    }

    /** Null when it has to be asked for again, from the start. */
    private @Nullable Voucher take(Reply reply, PartFile part, Meter meter)
            throws MissingFile, FetchException, BrokenOff, IOException, InterruptedException {
        if (reply.status() != 200 && reply.status() != 206 && reply.status() != 416) {
            throw refused(reply);
        }
        Voucher voucher = vouching.of(reply);
        if (part.isThere(voucher)) {
            return voucher;
        }
        HttpHeaders headers = reply.headers();
        switch (reply.status()) {
            case 200 -> {
                part.restart(validator(headers));
                read(reply.body(), headers.firstValueAsLong("Content-Length").orElse(UNKNOWN), part, meter);
            }
            case 206 -> {
                if (!continues(headers, part)) {
                    return startAgain(reply, part);
                }
                read(reply.body(), contentRange(headers, 2), part, meter);
            }
            default -> {
                if (contentRange(headers, 2) != part.length()) {
                    return startAgain(reply, part);
                }
            }
        }
        return voucher;
    }

    private @Nullable Voucher startAgain(Reply reply, PartFile part) throws FetchException, IOException {
        if (part.length() == 0) { // no range was asked for
            throw new FetchException(Kind.SOURCE, address + " answered " + reply.status() + ", unasked.");
        }
        part.restart(null);
        return null;
    }

    private void read(Body body, long total, PartFile part, Meter meter)
            throws FetchException, BrokenOff, IOException, InterruptedException {
        FreeSpace.check(target, total - part.length());
        meter.at(part.length(), total);
        for (List<ByteBuffer> piece = body.next(); piece != null; piece = body.next()) {
            for (ByteBuffer buffer : piece) {
                part.append(buffer);
            }
            meter.at(part.length(), total);
        }
        if (part.length() < total) {
            throw new BrokenOff("sent less than it announced");
        }
    }

    /** Whether a part of a file is the part that was asked for, of the same version of the file. */
    private static boolean continues(HttpHeaders headers, PartFile part) throws IOException {
        String validator = validator(headers);
        boolean same = validator == null || part.validator() == null || validator.equals(part.validator());
        return same && part.length() > 0 && contentRange(headers, 1) == part.length();
    }

    /** What {@code If-Range} takes: a strong tag, else a date. */
    private static @Nullable String validator(HttpHeaders headers) {
        String tag = headers.firstValue("ETag").orElse("");
        return tag.startsWith("\"") ? tag : headers.firstValue("Last-Modified").orElse(null);
    }

    /** @param group 1 for where it begins, 2 for the whole file's length */
    private static long contentRange(HttpHeaders headers, int group) {
        Matcher range =
                CONTENT_RANGE.matcher(headers.firstValue("Content-Range").orElse(""));
        String value = range.matches() ? range.group(group) : null;
        return value == null || value.equals("*") ? UNKNOWN : Long.parseLong(value);
    }

    private FetchException refused(Reply reply) throws MissingFile, BrokenOff {
        int status = reply.status();
        if (status == 404 || status == 410) {
            throw new MissingFile(address + " answered " + status);
        }
        reply.failIfPassing();
        String why = switch (status) {
            case 401 -> ": it wants a login, and Sanad sends none";
            case 403 -> ": it does not let this machine have it";
            default -> "";
        };
        return new FetchException(Kind.SOURCE, address + " answered " + status + why + ".");
    }

    private FetchException givenUp(BrokenOff failure, long kept) {
        Duration asked = failure.retryAfter();
        String wait = asked == null ? "" : ", and asks to come back in " + asked.toSeconds() + " s";
        String rest = kept == 0 ? "" : " " + Megabytes.of(kept) + " are kept: run it again to go on from there.";
        return new FetchException(Kind.SOURCE, address + " " + failure.getMessage() + wait + "." + rest);
    }
}
