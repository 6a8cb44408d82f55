package dev.sanad.config;

import java.util.regex.Pattern;

/** Hides what must not be shown. */
public final class Masked {
    private static final Pattern CREDENTIALS = Pattern.compile("(?<=://)[^/@\\s]+@");
    private static final Pattern BOT_TOKEN = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{20,}");
    private static final Pattern QUERY_KEY = Pattern.compile("(?i)(?<=[?&](?:key|api[-_]?key|token)=)[^&\\s]+");

    private static final Pattern API_KEY =
            Pattern.compile("\\b(?:sk|pk|gsk|ak)-[A-Za-z0-9_-]{12,}|\\bAIza[A-Za-z0-9_-]{20,}");

    private Masked() {}

    /** Without user names, passwords and keys inside addresses, without bot tokens, and without what looks like an API key. */
    public static String url(String text) {
        String masked = CREDENTIALS.matcher(text).replaceAll("***@");
        masked = BOT_TOKEN.matcher(masked).replaceAll("***");
        masked = API_KEY.matcher(masked).replaceAll("***");
        return QUERY_KEY.matcher(masked).replaceAll("***");
    }
}
