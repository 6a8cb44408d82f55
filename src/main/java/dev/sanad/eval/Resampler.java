package dev.sanad.eval;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Published;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.QueryWord;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import java.util.regex.Matcher;

/**
 * Makes articles and questions out of a corpus' sentences, drawn with equal chance, so that words keep their frequencies;
 * some words give way to {@link InventedWords}. The same seed and number give the same article or question, in any order.
 */
public final class Resampler {
    /** Of how many passages' worth of text articles are, each with equal chance; the mean is 3. */
    private static final int[] LENGTHS = {1, 1, 1, 2, 2, 2, 2, 2, 3, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 6};
    /** What a passage adds to those before it on the average, in UTF-16 units. */
    private static final int PASSAGE = 680;

    private static final int PARAGRAPH = 4;
    private static final int SHORTEST_TITLE = 3;
    private static final int LONGEST_TITLE = 9;
    private static final int FEWEST_WORDS = 4;
    private static final int MOST_WORDS = 12;
    private static final int MOST_SENTENCES = 20;
    private static final LocalDate FIRST_DAY = LocalDate.of(2015, 1, 1);
    private static final int DAYS = 3650;
    private static final long QUESTIONS = 1L << 40;
    private final BenchCorpus corpus;
    private final InventedWords invented;
    private final QueryPlanner planner;
    private final long seed;

    public Resampler(BenchCorpus corpus, QueryPlanner planner, long seed) {
        this.corpus = corpus;
        this.invented = new InventedWords(corpus);
        this.planner = planner;
        this.seed = seed;
    }

    /** A dated article with a title. */
    public Article article(int number) {
        RandomGenerator random = random(number);
        int length = LENGTHS[random.nextInt(LENGTHS.length)] * PASSAGE - random.nextInt(PASSAGE / 2);
        var text = new StringBuilder(sentence(random));
        for (int sentences = 1; text.length() < length; sentences++) {
            text.append(sentences % PARAGRAPH == 0 ? '\n' : ' ').append(sentence(random));
        }
        var published = new Published.On(FIRST_DAY.plusDays(random.nextInt(DAYS)));
        var head = new ArticleHead(new ArticleId("bench-" + number), title(random), "fa", "", null, published);
        return Article.of(head, text.toString());
    }

    /** Four to twelve words with meaning, of one sentence where it has as many; of sentences that name no time if there are. */
    public String question(int number) {
        RandomGenerator random = random(QUESTIONS + number);
        var kept = new ArrayList<String>();
        for (int i = 0; i < 2 * MOST_SENTENCES && kept.size() < FEWEST_WORDS; i++) {
            QueryPlan plan = planner.plan(sentence(random), FIRST_DAY);
            // a time window narrows our search and not bare Lucene's
            if (plan.window() == null || i >= MOST_SENTENCES) {
                plan.words().stream().map(QueryWord::surface).forEach(kept::add);
            }
        }
        int most = random.nextInt(FEWEST_WORDS, MOST_WORDS + 1);
        while (kept.size() > most) {
            kept.remove(random.nextInt(kept.size()));
        }
        return String.join(" ", kept);
    }

    private RandomGenerator random(long number) {
        return new SplittableRandom(seed * 0x5DEECE66DL + number);
    }

    private String title(RandomGenerator random) {
        List<String> all = List.of(sentence(random).split("\\s+"));
        return String.join(" ", all.subList(0, Math.min(all.size(), random.nextInt(SHORTEST_TITLE, LONGEST_TITLE))));
    }

    private String sentence(RandomGenerator random) {
        String sentence =
                corpus.sentences().get(random.nextInt(corpus.sentences().size()));
        Matcher word = BenchCorpus.WORD.matcher(sentence);
        return word.replaceAll(match -> random.nextDouble() < invented.share() ? invented.next(random) : match.group());
    }
}
