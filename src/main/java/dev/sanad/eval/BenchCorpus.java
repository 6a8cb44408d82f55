package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.article.Sentence;
import dev.sanad.ingest.ArticleReaders;
import dev.sanad.ingest.SourceFiles;
import dev.sanad.ingest.SourceUnavailableException;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import dev.sanad.text.SentenceSplitter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The Persian sentences of a corpus, and what its words tell of those that it does not have.
 *
 * @param words how many words the sentences have in all
 * @param vocabulary their different words, folded, sorted
 * @param once how many of these occur only once
 */
public record BenchCorpus(List<String> sentences, long words, List<String> vocabulary, int once) {
    static final Pattern WORD = Pattern.compile("[\\p{L}\\p{M}\\p{N}\u200C]+");
    private static final int LEAST_WORDS = 4;

    public BenchCorpus {
        sentences = List.copyOf(sentences);
        vocabulary = List.copyOf(vocabulary);
    }

    /** @param sources files or folders that {@code readers} can read; what they refuse is passed over */
    public static BenchCorpus read(List<Path> sources, ArticleReaders readers) throws IOException, BenchException {
        var articles = new ArrayList<Article>();
        for (Path source : sources) {
            try {
                for (SourceFiles.Entry file : SourceFiles.list(source, readers).files()) {
                    var reader = readers.forPath(file.path());
                    if (reader != null) {
                        articles.addAll(reader.read(file.content()).articles());
                    }
                }
            } catch (SourceUnavailableException e) {
                throw new BenchException("The corpus cannot be read: " + e.getMessage() + ".");
            }
        }
        return of(articles);
    }

    static BenchCorpus of(List<Article> articles) throws BenchException {
        var splitter = new SentenceSplitter();
        var sentences = new ArrayList<String>();
        Map<String, Integer> counts = new TreeMap<>();
        long words = 0;
        for (Article article : articles) {
            for (Sentence span : splitter.split(article.text())) {
                String sentence = article.text().substring(span.start(), span.end());
                List<String> own = words(sentence);
                if (own.size() >= LEAST_WORDS && Language.of(sentence) == Language.PERSIAN) {
                    sentences.add(sentence);
                    own.forEach(word -> counts.merge(word, 1, Integer::sum));
                    words += own.size();
                }
            }
        }
        if (sentences.isEmpty()) {
            throw new BenchException("The corpus has no Persian sentence of " + LEAST_WORDS
                    + " words or more; name another with --corpus.");
        }
        int once = (int) counts.values().stream().filter(count -> count == 1).count();
        return new BenchCorpus(sentences, words, List.copyOf(counts.keySet()), once);
    }

    /** 64 hexadecimal digits: equal ones, equal sentences. */
    String sha256() {
        try {
            MessageDigest sha = MessageDigest.getInstance("SHA-256");
            sentences.forEach(sentence -> sha.update((sentence + "\n").getBytes(StandardCharsets.UTF_8)));
            return HexFormat.of().formatHex(sha.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every JDK has SHA-256", e);
        }
    }

    private static List<String> words(String sentence) {
        var words = new ArrayList<String>();
        Matcher matcher = WORD.matcher(sentence);
        while (matcher.find()) {
            words.add(Folding.key(matcher.group()));
        }
        return words;
    }
}
