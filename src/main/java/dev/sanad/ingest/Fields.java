package dev.sanad.ingest;

import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a file says of an article, under the names that its format, or its author's habit, gives to each thing. */
final class Fields {
    /** Names as they are after {@link #plain}, the best first. */
    enum Field {
        ID("id"),
        TITLE("title", "headline"),
        TEXT("text", "body", "content", "articlebody"),
        DATE("date", "published", "publishedat", "datepublished"),
        SOURCE("source", "publisher"),
        URL("url", "link"),
        LANGUAGE("lang", "language", "inlanguage");

        private final String names;

        Field(String... names) {
            this.names = " " + String.join(" ", names) + " ";
        }

        boolean isNamed(String key) {
            return rank(key) >= 0;
        }

        /** Smaller is better; negative for a name that is none of this field's. */
        private int rank(String key) {
            return names.indexOf(" " + plain(key) + " ");
        }
    }

    private record Value(String text, int rank) {}

    private final Map<Field, Value> values = new EnumMap<>(Field.class);

    /** Takes the value if the key is one of ours, whatever its letter case, and no better name brought one before. */
    void put(String key, @Nullable String value) {
        for (Field field : Field.values()) {
            int rank = field.rank(key);
            if (rank >= 0) {
                put(field, value, rank);
            }
        }
    }

    /** Takes the value unless it is blank or the field has one that is as good. */
    void put(Field field, @Nullable String value) {
        put(field, value, 0);
    }

    private void put(Field field, @Nullable String value, int rank) {
        if (value == null || value.isBlank()) {
            return;
        }
        Value known = values.get(field);
        if (known == null || rank < known.rank) {
            values.put(field, new Value(value, rank));
        }
    }

    @Nullable String get(Field field) {
        Value value = values.get(field);
        return value == null ? null : value.text;
    }

    private static String plain(String key) {
        return key.strip().toLowerCase(Locale.ROOT).replaceAll("[-_]", "").replace(' ', '?');
    }
}
