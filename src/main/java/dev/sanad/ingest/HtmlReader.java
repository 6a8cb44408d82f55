package dev.sanad.ingest;

import com.ibm.icu.util.ULocale;
import dev.sanad.ingest.Fields.Field;
import dev.sanad.text.Language;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jspecify.annotations.Nullable;

/**
 * A web page that holds one article. Its text is the paragraphs of the article, a blank line between them, without
 * what stands around it on the page; where scripts would fill the page, the text that its JSON-LD carries.
 */
final class HtmlReader implements ArticleReader {
    private static final int HEAD = 4096;
    private static final Pattern DECLARED = Pattern.compile(
            "(?:<meta[^>]{0,300}?charset|<\\?xml[^>]{0,100}?encoding)\\s*=\\s*[\"']?\\s*([A-Za-z0-9_:.-]{1,40})",
            Pattern.CASE_INSENSITIVE);
    private final ArticleMaker maker;

    HtmlReader(ArticleMaker maker) {
        this.maker = maker;
    }

    @Override
    public void read(SourceFile file, ArticleSink sink) throws IOException {
        try {
            byte[] bytes = Bytes.of(file);
            Document page = Jsoup.parse(Decoder.decode(bytes, declared(bytes)));
            Fields fields = PageMetadata.of(page);
            String told = fields.get(Field.TEXT);
            String shown = PageText.of(page, fields.get(Field.TITLE));
            // less than half of what the page tells the search engines: a teaser, or a page that scripts would fill
            String text = told != null && shown.length() * 2 < told.length() ? told : shown;
            var article = new Fields();
            article.put(Field.TEXT, text);
            for (Field field : new Field[] {Field.TITLE, Field.DATE, Field.SOURCE, Field.URL}) {
                article.put(field, fields.get(field));
            }
            article.put(Field.LANGUAGE, believed(fields.get(Field.LANGUAGE), text));
            maker.make(article, file.path(), file.path(), file.name(), sink);
        } catch (RefusedException e) {
            sink.refused(new Refusal(file.path(), e.reason()));
        }
    }

    /** Many Persian pages still say lang="en", as their template did: null where the script cannot be that language's. */
    private static @Nullable String believed(@Nullable String declared, String text) {
        if (declared == null) {
            return null;
        }
        String script = ULocale.addLikelySubtags(
                        ULocale.forLanguageTag(declared.strip().replace('_', '-')))
                .getScript();
        return switch (Language.of(text)) {
            case PERSIAN -> script.equals("Arab") ? declared : null;
            case ENGLISH -> script.equals("Arab") ? null : declared;
            case UNKNOWN -> declared;
        };
    }

    private static @Nullable Charset declared(byte[] bytes) {
        String head = new String(bytes, 0, Math.min(bytes.length, HEAD), StandardCharsets.ISO_8859_1);
        Matcher matcher = DECLARED.matcher(head);
        if (!matcher.find()) {
            return null;
        }
        try {
            return Charset.forName(matcher.group(1));
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            // a name that only the page knows; the bytes tell
            return null;
        }
    }
}
