package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.QueryWords;
import dev.sanad.text.CommonWords;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Holds a claim against its quotations: each number, date and name in it must stand in them, and where claim and quotations
 * share a language, enough of its other words too. Knows nothing of which model wrote the claim.
 */
public final class SupportCheck {
    /** The share of a claim's content words that must stand in its quotations. */
    private static final double ENOUGH_WORDS = 0.5;
    /** A quotation with less than this share of what the best has in common with the claim lends it no number or date. */
    private static final double TAKES_PART = 0.2;

    private static final Pattern ADDRESS =
            Pattern.compile("(?i:https?://|www\\.)[^\\s<>»]*[\\p{L}\\p{Nd}/]|(?<![\\p{L}\\p{Nd}])@\\w{3,}"
                    + "|(?<![\\p{L}\\p{Nd}.])(?:[A-Za-z0-9-]{1,63}\\.){1,8}[a-z]{2,24}(?![\\p{L}\\p{Nd}])");
    private final QueryWords words;
    private final Analysis analysis;
    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();

    public SupportCheck(Analysis analysis) {
        this.analysis = analysis;
        this.words = new QueryWords(analysis);
    }

    /**
     * What the check made of a claim.
     *
     * @param findings what the quotations do not carry; empty for a claim that they support
     * @param carried how many numbers, dates, names and, in a shared language, other content words they do carry
     * @param share of the claim's content words, 0 to 1, that stand in them, in another language as names do; 1 for a claim
     *     without content words
     */
    record Verdict(List<Finding> findings, int carried, double share) {
        Verdict {
            findings = List.copyOf(findings);
        }
    }

    Quotation read(Item item) {
        return new Quotation(item, analysis, words, numbers, dates);
    }

    Verdict check(String claim, List<Quotation> quotations) {
        return new Checking(claim, quotations).verdict();
    }

    /** One claim against its quotations. */
    private final class Checking {
        private final String claim;
        private final List<Quotation> quotations;
        private final List<Quotation> takingPart;
        private final boolean shared;
        private final List<DateMention> claimedDates;
        private final List<Quantity> claimedNumbers;
        private final List<QueryWord> content;
        private final List<Finding> findings = new ArrayList<>();
        private int carried;
        private int held;

        Checking(String claim, List<Quotation> quotations) {
            this.claim = claim;
            this.quotations = quotations;
            this.claimedDates = dates.find(claim);
            this.claimedNumbers = numbers.find(claim);
            this.content = words.of(claim).stream().filter(this::isContent).toList();
            String quoted = quotations.stream().map(Quotation::text).collect(Collectors.joining("\n"));
            this.shared = Language.of(claim) == Language.of(quoted);
            this.takingPart = shared ? takingPart() : quotations;
        }

        /** Numbers and dates are checked as such, and a verb that is grammar without its prefix is grammar. */
        private boolean isContent(QueryWord word) {
            boolean counted =
                    claimedDates.stream().anyMatch(date -> date.start() < word.end() && word.start() < date.end())
                            || claimedNumbers.stream()
                                    .anyMatch(number -> number.start() < word.end() && word.start() < number.end());
            return !counted
                    && Character.isLetter(word.surface().charAt(0))
                    && !analysis.words(Inflection.withoutPrefix(word.surface())).isEmpty();
        }

        private List<Quotation> takingPart() {
            long[] common = quotations.stream()
                    .mapToLong(quotation ->
                            content.stream().filter(quotation::holds).count())
                    .toArray();
            long best = 0;
            for (long one : common) {
                best = Math.max(best, one);
            }
            var taking = new ArrayList<Quotation>();
            for (int i = 0; i < common.length; i++) {
                if (common[i] >= TAKES_PART * best) {
                    taking.add(quotations.get(i));
                }
            }
            return taking;
        }

        Verdict verdict() {
            claimedDates.forEach(this::date);
            claimedNumbers.forEach(this::number);
            for (Matcher address = ADDRESS.matcher(claim); address.find(); ) {
                if (quotations.stream().noneMatch(quotation -> quotation.holdsAddress(address.group()))) {
                    findings.add(new Finding(Kind.NAME, address.group()));
                }
            }
            words();
            return new Verdict(findings, carried, content.isEmpty() ? 1 : (double) held / content.size());
        }

        private void date(DateMention date) {
            if (takingPart.stream().anyMatch(quotation -> quotation.holds(date))) {
                carried++;
            } else {
                findings.add(new Finding(Kind.DATE, claim.substring(date.start(), date.end())));
            }
        }

        private void number(Quantity number) {
            if (claimedDates.stream().anyMatch(date -> date.start() < number.end() && number.start() < date.end())) {
                return;
            }
            String unit = Units.beside(claim, number.start(), number.end());
            if (takingPart.stream().anyMatch(quotation -> quotation.holds(number.value(), unit))) {
                carried++;
            } else {
                findings.add(new Finding(Kind.NUMBER, claim.substring(number.start(), number.end())));
            }
        }

        private void words() {
            int lacking = 0;
            for (int i = 0; i < content.size(); i++) {
                QueryWord word = content.get(i);
                if (quotations.stream().anyMatch(quotation -> quotation.holds(word))) {
                    carried += shared || isCapital(word) ? 1 : 0;
                    continue;
                }
                lacking++;
                String span = Units.span(word.surface());
                if (span != null) {
                    if (takingPart.stream().noneMatch(quotation -> quotation.speaksOf(span))) {
                        findings.add(new Finding(Kind.NUMBER, word.surface()));
                    }
                } else if (isName(word, i == 0)) {
                    findings.add(new Finding(Kind.NAME, word.surface()));
                }
            }
            held = content.size() - lacking;
            if (shared && held < ENOUGH_WORDS * content.size()) {
                findings.add(new Finding(Kind.WORDS, claim));
            }
        }

        /**
         * Whether a word that the quotations lack may name something. Latin script tells by its capitals; Persian does
         * not tell, so there every word counts that is not common.
         */
        private boolean isName(QueryWord word, boolean sentenceStart) {
            String key = Folding.key(word.surface());
            if (Quotation.isLatin(word)) {
                boolean inPersian = Language.of(claim) == Language.PERSIAN;
                return inPersian || (isCapital(word) && !CommonWords.contains(key) && (shared || !sentenceStart));
            }
            return shared
                    && !CommonWords.contains(key)
                    && word.light().stream().anyMatch(part -> !CommonWords.contains(part));
        }

        private static boolean isCapital(QueryWord word) {
            return Character.isUpperCase(word.surface().charAt(0));
        }
    }
}
