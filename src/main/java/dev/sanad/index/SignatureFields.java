package dev.sanad.index;

import dev.sanad.article.Article;
import java.nio.ByteBuffer;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.LongPoint;
import org.apache.lucene.document.StoredField;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article's signature in the document of its first passage, and back. */
public final class SignatureFields {
    private SignatureFields() {}

    static void add(Document first, Article article) {
        Signature signature = Signature.of(article.text());
        if (signature != null) {
            for (long band : signature.bands()) {
                first.add(new LongPoint(Fields.BAND, band));
            }
            first.add(new StoredField(Fields.SIGNATURE, signature.bytes()));
        }
    }

    /** Null for an article that is too short for one. */
    public static @Nullable Signature signature(Document first) {
        BytesRef bytes = first.getBinaryValue(Fields.SIGNATURE);
        return bytes == null
                ? null
                : Signature.ofBytes(
                        ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).slice());
    }
}
