package dev.sanad.index;

import dev.sanad.article.Article;
import java.io.IOException;
import java.nio.ByteBuffer;
import org.apache.lucene.document.BinaryDocValuesField;
import org.apache.lucene.document.Document;
import org.apache.lucene.document.IntPoint;
import org.apache.lucene.index.BinaryDocValues;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.ReaderUtil;
import org.apache.lucene.util.BytesRef;
import org.jspecify.annotations.Nullable;

/** An article's signature in the document of its first passage, and back. */
public final class SignatureFields {
    private SignatureFields() {}

    static void add(Document first, Article article) {
        Signature signature = Signature.of(article.text());
        if (signature != null) {
            for (int band : signature.bands()) {
                first.add(new IntPoint(Fields.BAND, band));
            }
            first.add(new BinaryDocValuesField(Fields.SIGNATURE, new BytesRef(signature.bytes())));
        }
    }

    /** Null for an article that is too short for one, and for a passage that is not an article's first. */
    public static @Nullable Signature signature(IndexReader reader, int document) throws IOException {
        LeafReaderContext leaf = reader.leaves().get(ReaderUtil.subIndex(document, reader.leaves()));
        BinaryDocValues signatures = leaf.reader().getBinaryDocValues(Fields.SIGNATURE);
        if (signatures == null || !signatures.advanceExact(document - leaf.docBase)) {
            return null;
        }
        BytesRef bytes = signatures.binaryValue();
        return Signature.ofBytes(
                ByteBuffer.wrap(bytes.bytes, bytes.offset, bytes.length).slice());
    }
}
