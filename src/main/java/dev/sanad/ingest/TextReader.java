package dev.sanad.ingest;

import dev.sanad.ingest.Fields.Field;
import java.io.IOException;
import java.util.List;

/** Plain text. The whole file is the text, also where its first line is the title. */
final class TextReader implements ArticleReader {
    private static final int LONGEST_TITLE = 120;
    private static final String ENDS_A_SENTENCE = ".…،,؛;:۔";
    private static final String CLOSES = "»\"”’')]";
    private final ArticleMaker maker;

    TextReader(ArticleMaker maker) {
        this.maker = maker;
    }

    @Override
    public void read(SourceFile file, ArticleSink sink) throws IOException {
        try {
            String text = Decoder.decode(Bytes.of(file));
            var fields = new Fields();
            fields.put(Field.TEXT, text);
            maker.make(fields, file.path(), file.path(), title(text, file.name()), sink);
        } catch (RefusedException e) {
            sink.refused(new Refusal(file.path(), e.reason()));
        }
    }

    /**
     * The first line if it stands apart from the text below: by a blank line, or by a next line that is a paragraph of
     * its own. A line that merely was broken at some width does not.
     */
    private static String title(String text, String name) {
        List<String> lines = text.lines()
                .map(String::strip)
                .dropWhile(String::isEmpty)
                .limit(3)
                .toList();
        if (lines.size() < 2) {
            return name;
        }
        String first = lines.get(0);
        String next = lines.get(1);
        if (first.length() > LONGEST_TITLE || endsSentence(first)) {
            return name;
        }
        if (next.isEmpty()) {
            return text.strip().length() > first.length() ? first : name;
        }
        return next.length() > LONGEST_TITLE || endsSentence(next) ? first : name;
    }

    private static boolean endsSentence(String line) {
        int end = line.length();
        while (end > 0 && CLOSES.indexOf(line.charAt(end - 1)) >= 0) {
            end--;
        }
        return end > 0 && ENDS_A_SENTENCE.indexOf(line.charAt(end - 1)) >= 0;
    }
}
