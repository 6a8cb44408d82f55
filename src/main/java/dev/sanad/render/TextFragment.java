package dev.sanad.render;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Addresses that open an article where a quotation stands in it ({@code #:~:text=}, WICG Scroll to Text Fragment). */
public final class TextFragment {
    private static final String UNRESERVED = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789._~!*'()";
    /** A quotation of more words, or of more than one line, is named by its first and its last words. */
    private static final int WHOLE = 8;

    private static final int ENDS = 4;
    /** Longer addresses are refused by Telegram and cut by some browsers. */
    private static final int MAX_LENGTH = 2048;

    private TextFragment() {}

    /** The address in ASCII; without the fragment, or null, where it would be longer than 2048 characters. */
    public static @Nullable String link(URI url, String quote) {
        String address = url.toASCIIString();
        String fragment = fragment(quote);
        if (fragment.isEmpty() || address.length() + fragment.length() + 9 > MAX_LENGTH) {
            return address.length() <= MAX_LENGTH ? address : null;
        }
        return address + (address.indexOf('#') < 0 ? "#" : "") + ":~:text=" + fragment;
    }

    private static String fragment(String quote) {
        List<String> words = List.of(quote.strip().split("\\s+"));
        if (words.size() <= WHOLE && quote.strip().indexOf('\n') < 0) {
            return encode(words);
        }
        List<String> first =
                List.of(quote.strip().lines().toList().getFirst().strip().split("\\s+"));
        List<String> last =
                List.of(quote.strip().lines().toList().getLast().strip().split("\\s+"));
        return encode(first.subList(0, Math.min(ENDS, first.size()))) + ","
                + encode(last.subList(Math.max(0, last.size() - ENDS), last.size()));
    }

    private static String encode(List<String> words) {
        var encoded = new StringBuilder();
        for (byte unit : String.join(" ", words).getBytes(StandardCharsets.UTF_8)) {
            if (unit > 0 && UNRESERVED.indexOf(unit) >= 0) {
                encoded.append((char) unit);
            } else {
                encoded.append('%').append(String.format("%02X", unit & 0xFF));
            }
        }
        return encoded.toString();
    }
}
