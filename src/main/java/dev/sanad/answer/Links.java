package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import java.net.URI;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Addresses of the web in what a model wrote: an article may order it to add one, and may hold it as a sentence. */
final class Links {
    private static final Pattern LINK = Pattern.compile(
            "(?i)(?:[a-z][a-z0-9+.-]{1,20}:/{2,}|www\\.)([^\\s<>»/?#)\\]،؛,;!]*[\\p{L}\\p{Nd}])[^\\s<>»)\\]]*");

    /** What a reader, or a program of theirs, takes for an address though nothing says so: evil.example/path, t.me/name. */
    private static final Pattern BARE =
            Pattern.compile("(?i)(?<![\\p{L}\\p{N}@/:._-])((?:[a-z0-9-]++\\.)++[a-z]{2,24})(?::\\d++)?/[^\\s<>»)\\]]*");

    private Links() {}

    /** Those that do not lead to the host of one of the articles that are quoted. */
    static List<Finding> foreign(String text, List<Item> items) {
        return Stream.concat(LINK.matcher(text).results(), BARE.matcher(text).results())
                .filter(link -> items.stream().noneMatch(item -> isOf(item, link)))
                .map(link -> new Finding(Kind.LINK, link.group()))
                .toList();
    }

    private static boolean isOf(Item item, MatchResult link) {
        URI own = item.passage().head().url();
        return own != null && own.getHost() != null && host(own.getHost()).equals(host(link.group(1)));
    }

    private static String host(String authority) {
        String host = authority.toLowerCase(Locale.ROOT);
        String bare = host.replaceFirst(":\\d+$", "");
        return bare.startsWith("www.") ? bare.substring(4) : bare;
    }
}
