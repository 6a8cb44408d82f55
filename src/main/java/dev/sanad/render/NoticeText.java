package dev.sanad.render;

import dev.sanad.answer.Notice;
import dev.sanad.article.Published;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What a notice says to a reader: plain text, nothing escaped. */
final class NoticeText {
    private final ReaderDates dates;

    NoticeText(ReaderDates dates) {
        this.dates = dates;
    }

    String of(Notice notice, Messages messages) {
        String key = "notice." + notice.kind().name().toLowerCase(Locale.ROOT);
        List<String> details = notice.details();
        String separator = messages.text("list.separator");
        return switch (notice.kind()) {
            case FLAGGED ->
                messages.text(
                        key,
                        details.stream()
                                .map(claim -> messages.text("quoted", claim))
                                .collect(Collectors.joining(separator)));
            case WAITED ->
                messages.text(
                        key,
                        details.stream().map(day -> day(day, messages)).toList().toArray());
            case WINDOW, WINDOW_WIDENED -> window(key, details, messages);
            case SOURCES_DIFFER, CORRECTION ->
                messages.text(key, String.join(separator, quotedWithDays(details, messages)));
            case OTHER_LANGUAGE, ALSO_IN_OTHER_LANGUAGE ->
                messages.text(
                        key,
                        details.stream()
                                .map(tag -> languageName(tag, messages))
                                .toList()
                                .toArray());
            case SOURCES_INCOMPLETE ->
                messages.text(
                        key,
                        details.stream()
                                .map(count -> Numerals.of(count, messages.language()))
                                .toList()
                                .toArray());
            // which endpoint failed and how is for the log: the reader may be anyone
            case MODEL_UNAVAILABLE, UNJUDGED, CUT, STOPPED, TOKENS_SPENT, READ_ONLY, NEWEST -> messages.text(key);
        };
    }

    private String window(String key, List<String> details, Messages messages) {
        if (details.getFirst().isEmpty()) {
            return messages.text(key + "_until", day(details.getLast(), messages));
        }
        boolean oneDay = details.stream().distinct().count() == 1;
        Object[] days = details.stream().map(day -> day(day, messages)).toArray();
        return messages.text(oneDay ? key + "_day" : key, days);
    }

    /** @param details words, and behind each a date or nothing */
    private List<String> quotedWithDays(List<String> details, Messages messages) {
        var quoted = new ArrayList<String>();
        for (int i = 0; i + 1 < details.size(); i += 2) {
            String words = details.get(i);
            String published = details.get(i + 1);
            quoted.add(
                    published.isEmpty()
                            ? messages.text("notice.quoted_undated", words)
                            : messages.text("notice.quoted", words, day(published, messages)));
        }
        return quoted;
    }

    private String day(String iso, Messages messages) {
        try {
            return dates.day(Published.parse(iso), messages.language());
        } catch (DateTimeParseException notADate) {
            return iso;
        }
    }

    private static String languageName(String tag, Messages messages) {
        String name = Locale.forLanguageTag(tag)
                .getDisplayLanguage(messages.language().locale());
        return name.isEmpty() ? tag : name;
    }
}
