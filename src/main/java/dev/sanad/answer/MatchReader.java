package dev.sanad.answer;

import dev.sanad.answer.Alignment.Step;
import dev.sanad.article.Article;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads an alignment as a place in an article and the words in which it differs. */
final class MatchReader {
    private static final Pattern SENTENCE_ENDS = Pattern.compile("[.!?؟\\n]");
    private final String text;
    private final List<QuotedWord> given;

    MatchReader(String text, List<QuotedWord> given) {
        this.text = text;
        this.given = given;
    }

    QuotationMatch match(Article article, List<QuotedWord> found, Alignment alignment) {
        List<Step> steps = withWholeWords(withinSentences(alignment.steps(), found, article.text()), found);
        int start = found.get(steps.getFirst().found()).start();
        int end = found.get(steps.getLast().foundEnd() - 1).end();
        var differences = new ArrayList<Difference>();
        for (int i = 0; i < steps.size(); i++) {
            int first = i;
            while (i < steps.size() && !steps.get(i).same()) {
                i++;
            }
            if (i > first) {
                Step from = steps.get(first);
                Step to = steps.get(i - 1);
                differences.add(difference(
                        new Step(from.given(), to.givenEnd(), from.found(), to.foundEnd(), false),
                        found,
                        article.text()));
            }
        }
        return new QuotationMatch(article.head(), article.text().substring(start, end), start, end, differences);
    }

    /** A word before the first that is the same, or behind the last, is another sentence's where one ends between them. */
    private static List<Step> withinSentences(List<Step> steps, List<QuotedWord> found, String text) {
        List<Step> same = steps.stream().filter(Step::same).toList();
        int from = same.getFirst().found();
        while (from > steps.getFirst().found() && !endsBetween(found, from - 1, text)) {
            from--;
        }
        int to = same.getLast().foundEnd();
        while (to < steps.getLast().foundEnd() && !endsBetween(found, to - 1, text)) {
            to++;
        }
        int first = from;
        int last = to;
        return steps.stream().map(step -> step.foundWithin(first, last)).toList();
    }

    /** What differs in an affix that stands apart differs in the word that it belongs to. */
    private List<Step> withWholeWords(List<Step> steps, List<QuotedWord> found) {
        var whole = new ArrayList<Step>();
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i);
            boolean behindItsPrefix = i > 0
                    && !steps.get(i - 1).same()
                    && words(steps.get(i - 1), found).anyMatch(QuotedWord::belongsToNext);
            boolean beforeItsSuffix = i + 1 < steps.size()
                    && !steps.get(i + 1).same()
                    && words(steps.get(i + 1), found).anyMatch(QuotedWord::belongsToLast);
            whole.add(behindItsPrefix || beforeItsSuffix ? step.different() : step);
        }
        Step last = whole.getLast();
        boolean cut = !last.same()
                && last.foundEnd() > last.found()
                && last.foundEnd() < found.size()
                && found.get(last.foundEnd() - 1).belongsToNext();
        whole.set(whole.size() - 1, cut ? last.foundUntil(last.foundEnd() + 1) : last);
        return whole;
    }

    private Stream<QuotedWord> words(Step step, List<QuotedWord> found) {
        return Stream.concat(
                given.subList(step.given(), step.givenEnd()).stream(),
                found.subList(step.found(), step.foundEnd()).stream());
    }

    private static boolean endsBetween(List<QuotedWord> found, int before, String text) {
        String gap =
                text.substring(found.get(before).end(), found.get(before + 1).start());
        return SENTENCE_ENDS.matcher(gap).find();
    }

    private Difference difference(Step step, List<QuotedWord> found, String article) {
        String words = step.given() == step.givenEnd()
                ? ""
                : text.substring(
                        given.get(step.given()).start(),
                        given.get(step.givenEnd() - 1).end());
        if (step.found() == step.foundEnd()) {
            int place = step.found() == 0 ? 0 : found.get(step.found() - 1).end();
            return new Difference(Difference.Kind.ADDED, words, "", place, place);
        }
        int start = found.get(step.found()).start();
        int end = found.get(step.foundEnd() - 1).end();
        var kind = words.isEmpty() ? Difference.Kind.MISSING : Difference.Kind.CHANGED;
        return new Difference(kind, words, article.substring(start, end), start, end);
    }
}
