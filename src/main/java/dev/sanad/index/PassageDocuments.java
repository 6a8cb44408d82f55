package dev.sanad.index;

import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Published;
import dev.sanad.article.Sentence;
import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.Field;
import org.apache.lucene.document.FieldType;
import org.apache.lucene.document.LongField;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.document.StringField;
import org.apache.lucene.document.TextField;
import org.apache.lucene.index.IndexOptions;
import org.jspecify.annotations.Nullable;

/**
 * A passage as a Lucene document and back. The text is stored with it, so that what a search finds and what it quotes are
 * of the same commit, whatever another process has done to the database since.
 */
public final class PassageDocuments {
    /** Only {@link Fields#LIGHT} says how often and where a word stands; the others that it stands there, at half the cost. */
    private static final FieldType PRESENCE = new FieldType(TextField.TYPE_NOT_STORED);

    static {
        PRESENCE.setOmitNorms(true);
        PRESENCE.setIndexOptions(IndexOptions.DOCS);
        PRESENCE.freeze();
    }

    private PassageDocuments() {}

    static Document document(Passage passage, PassageWords words) {
        ArticleHead head = passage.head();
        var document = new Document();
        List<PassageWords.Placed> placed = words.of(passage);
        document.add(new PlacedField(Fields.LIGHT, placed, TextField.TYPE_NOT_STORED));
        List<PassageWords.Placed> distinct = PassageWords.distinct(placed);
        document.add(new PlacedField(Fields.TRUNCATED, distinct, PRESENCE));
        document.add(new PlacedField(Fields.PERSIAN_NAMES, distinct, PRESENCE));
        document.add(new PlacedField(Fields.LATIN_NAMES, distinct, PRESENCE));
        document.add(new StringField(Fields.ARTICLE, head.id().value(), Field.Store.YES));
        if (passage.id().ordinal() == 0) {
            document.add(new StringField(Fields.FIRST, "yes", Field.Store.NO));
        }
        Published published = head.published();
        if (published != null) {
            document.add(new LongField(Fields.PUBLISHED_AT, second(published), Field.Store.NO));
            document.add(new StoredField(Fields.PUBLISHED, published.toString()));
        }
        document.add(new StoredField(Fields.ORDINAL, passage.id().ordinal()));
        document.add(new StoredField(Fields.SHOWN_TITLE, head.title()));
        document.add(new StringField(Fields.LANGUAGE, head.language(), Field.Store.YES));
        document.add(new StoredField(Fields.SOURCE, head.source()));
        if (head.url() != null) {
            document.add(new StoredField(Fields.URL, head.url().toString()));
        }
        document.add(new StoredField(Fields.START, passage.start()));
        document.add(new StoredField(Fields.TEXT, passage.text()));
        document.add(new StoredField(Fields.SENTENCES, bounds(passage)));
        return document;
    }

    /** The passage that {@link #document} was made of. */
    public static Passage passage(Document document) {
        var id = new ArticleId(document.get(Fields.ARTICLE));
        String url = document.get(Fields.URL);
        var head = new ArticleHead(
                id,
                document.get(Fields.SHOWN_TITLE),
                document.get(Fields.LANGUAGE),
                document.get(Fields.SOURCE),
                url == null ? null : URI.create(url),
                published(document.get(Fields.PUBLISHED)));
        int start = document.getField(Fields.START).numericValue().intValue();
        int ordinal = document.getField(Fields.ORDINAL).numericValue().intValue();
        var sentences = new ArrayList<Sentence>();
        String[] bounds = document.get(Fields.SENTENCES).split(",");
        for (int i = 0; i < bounds.length; i += 2) {
            sentences.add(new Sentence(start + Integer.parseInt(bounds[i]), start + Integer.parseInt(bounds[i + 1])));
        }
        return new Passage(new PassageId(id, ordinal), head, start, document.get(Fields.TEXT), sentences);
    }

    private static long second(Published published) {
        return switch (published) {
            case Published.At(Instant instant) -> instant.getEpochSecond();
            case Published.On(LocalDate date) -> date.atTime(LocalTime.NOON).toEpochSecond(ZoneOffset.UTC);
        };
    }

    private static @Nullable Published published(@Nullable String iso) {
        return iso == null ? null : Published.parse(iso);
    }

    private static String bounds(Passage passage) {
        var bounds = new StringBuilder();
        for (Sentence sentence : passage.sentences()) {
            if (!bounds.isEmpty()) {
                bounds.append(',');
            }
            bounds.append(sentence.start() - passage.start()).append(',').append(sentence.end() - passage.start());
        }
        return bounds.toString();
    }
}
