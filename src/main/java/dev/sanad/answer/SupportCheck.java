package dev.sanad.answer;

import dev.sanad.answer.Contrast.Placed;
import dev.sanad.answer.Contrast.Replaced;
import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.Lexicon;
import dev.sanad.retrieve.Once;
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
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Holds a claim against its quotations: each number, date and name in it must stand in them. Where claim and quotations share
 * a language, enough of its other words must too, and what it says of them must be what they say: see {@link Contrast}.
 * Knows nothing of which model wrote the claim. Safe for many threads.
 */
public final class SupportCheck {
    /** The share of a claim's content words that must stand in its quotations. */
    private static final double ENOUGH_WORDS = 0.5;
    /** A quotation with less than this share of what the best has in common with the claim lends it no number or date. */
    private static final double TAKES_PART = 0.2;

    /** In words. In a sentence as short as a heading, one word that the claim has too means little. */
    private static final int SHORTEST = 6;

    private final QueryWords words;
    private final Analysis analysis;
    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();
    private final Supplier<Lexicon> lexicon;

    public SupportCheck(Analysis analysis) {
        this.analysis = analysis;
        this.words = new QueryWords(analysis);
        this.lexicon = new Once<>(() -> new Lexicon(words));
    }

    /**
     * What the check made of a claim.
     *
     * @param findings what the quotations do not carry; empty for a claim that they support
     * @param carried how many numbers, dates, names and, in a shared language, other content words they do carry
     */
    record Verdict(List<Finding> findings, int carried) {
        Verdict {
            findings = List.copyOf(findings);
        }
    }

    Quotation read(Item item) {
        return new Quotation(item, analysis, words, numbers, dates, lexicon);
    }

    Claimed read(String claim) {
        return new Claimed(claim, analysis, words, numbers, dates);
    }

    /**
     * How many of the claim's numbers, dates and content words stand in a quotation, in another language as names do, to those
     * of the shorter one of the two, 0 to 1: a long claim may rest on a short sentence for a part of it. 1 for a claim without
     * any.
     */
    static double share(Claimed claim, Quotation quotation) {
        int all =
                claim.content().size() + claim.numbers().size() + claim.dates().size();
        int most = Math.min(all, Math.max(quotation.content(), SHORTEST));
        Against against = claim.against(quotation);
        int held = against.words().cardinality()
                + against.telling().cardinality()
                + against.dates().cardinality();
        return most == 0 ? 1 : Math.min(1, (double) held / most);
    }

    static Verdict check(Claimed claim, List<Quotation> quotations) {
        return new Checking(claim, quotations).verdict();
    }

    /** One claim against its quotations. */
    private static final class Checking {
        private final Claimed claim;
        private final List<Against> quotations;
        private final List<Against> takingPart;
        private final boolean shared;
        private final Set<Finding> findings = new LinkedHashSet<>();
        private int carried;

        Checking(Claimed claim, List<Quotation> quotations) {
            this.claim = claim;
            this.quotations = quotations.stream().map(claim::against).toList();
            String quoted = quotations.stream().map(Quotation::text).collect(Collectors.joining("\n"));
            this.shared = claim.language() == Language.of(quoted);
            this.takingPart = shared ? takingPart() : this.quotations;
        }

        private List<Against> takingPart() {
            int best = quotations.stream()
                    .mapToInt(against -> against.words().cardinality())
                    .max()
                    .orElse(0);
            return quotations.stream()
                    .filter(against -> against.words().cardinality() >= TAKES_PART * best)
                    .toList();
        }

        Verdict verdict() {
            dates();
            numbers();
            addresses();
            words();
            if (shared) {
                contrasts();
            }
            return new Verdict(List.copyOf(findings), carried);
        }

        private static BitSet held(List<Against> by, Function<Against, BitSet> what) {
            var held = new BitSet();
            by.forEach(against -> held.or(what.apply(against)));
            return held;
        }

        private void dates() {
            BitSet held = held(takingPart, Against::dates);
            carried += held.cardinality();
            for (int i = held.nextClearBit(0); i < claim.dates().size(); i = held.nextClearBit(i + 1)) {
                DateMention date = claim.dates().get(i);
                findings.add(new Finding(Kind.DATE, claim.part(date.start(), date.end())));
            }
        }

        private void numbers() {
            BitSet held = held(takingPart, Against::numbers);
            carried += held.cardinality();
            for (int i = held.nextClearBit(0); i < claim.numbers().size(); i = held.nextClearBit(i + 1)) {
                Quantity number = claim.numbers().get(i);
                findings.add(new Finding(Kind.NUMBER, claim.part(number.start(), number.end())));
            }
        }

        private void addresses() {
            claim.addresses().stream()
                    .filter(address -> quotations.stream()
                            .noneMatch(against -> against.quotation().holdsAddress(address)))
                    .forEach(address -> findings.add(new Finding(Kind.NAME, address)));
        }

        private void words() {
            List<QueryWord> content = claim.content();
            BitSet held = held(quotations, Against::words);
            for (int i = 0; i < content.size(); i++) {
                QueryWord word = content.get(i);
                if (held.get(i)) {
                    carried += shared || isCapital(word) ? 1 : 0;
                    continue;
                }
                String span = Units.span(word.surface());
                if (span != null) {
                    if (takingPart.stream()
                            .noneMatch(against -> against.quotation().speaksOf(span))) {
                        findings.add(new Finding(Kind.NUMBER, word.surface()));
                    }
                } else if (isName(word, i == 0)) {
                    findings.add(new Finding(Kind.NAME, word.surface()));
                }
            }
            if (shared && held.cardinality() < ENOUGH_WORDS * content.size()) {
                findings.add(new Finding(Kind.WORDS, claim.text()));
            }
        }

        /**
         * Whether a word that the quotations lack may name something. Latin script tells by its capitals; Persian does
         * not tell, so there every word counts that is not common.
         */
        private boolean isName(QueryWord word, boolean sentenceStart) {
            String key = Folding.key(word.surface());
            if (Quotation.isLatin(word)) {
                boolean inPersian = claim.language() == Language.PERSIAN;
                return inPersian || (isCapital(word) && !CommonWords.contains(key) && (shared || !sentenceStart));
            }
            return shared
                    && !CommonWords.contains(key)
                    && word.light().stream().anyMatch(part -> !CommonWords.contains(part));
        }

        private static boolean isCapital(QueryWord word) {
            return Character.isUpperCase(word.surface().charAt(0));
        }

        /** What a quotation says otherwise counts where no other speaks more closely of the same. */
        private void contrasts() {
            for (Against against : quotations) {
                otherwise(against).stream()
                        .filter(placed -> closeness(against, placed.start()) >= closest(quotations, placed.start()))
                        .forEach(placed -> findings.add(placed.finding()));
                names(against);
            }
        }

        /** A name that another quotation lends stands for what that one calls it too, such as a president for his name. */
        private void names(Against against) {
            if (!against.sharesTheLanguage()) {
                return;
            }
            for (Replaced replaced : against.contrast().replaced()) {
                double closeness = against.contrast().closeness(replaced.start());
                BitSet names = claim.contentOf(replaced.by());
                List<Wording> lenders = names.intersects(against.words())
                        ? List.of()
                        : quotations.stream()
                                .filter(other -> holdsAll(other.words(), names))
                                .map(other -> other.quotation().wording())
                                .toList();
                boolean introduced = lenders.stream()
                        .anyMatch(wording -> replaced.what().stream().anyMatch(wording::has));
                boolean lent = !lenders.isEmpty() && !introduced;
                if (lent && closeness >= closest(quotations, replaced.start())) {
                    replaced.by().forEach(token -> findings.add(new Finding(Kind.NAME, token.surface())));
                }
            }
        }
    }

    private static boolean holdsAll(BitSet held, BitSet wanted) {
        var lacking = new BitSet();
        lacking.or(wanted);
        lacking.andNot(held);
        return lacking.isEmpty();
    }

    /** What some sentences say otherwise that speak more closely of the same than those that seem to carry the claim. */
    static List<Finding> contradictions(Claimed claim, List<Quotation> carrying, List<Quotation> others) {
        List<Against> trusted = carrying.stream().map(claim::against).toList();
        var findings = new ArrayList<Finding>();
        for (Against against : others.stream().map(claim::against).toList()) {
            otherwise(against).stream()
                    .filter(placed -> closeness(against, placed.start()) > closest(trusted, placed.start()))
                    .forEach(placed -> findings.add(placed.finding()));
        }
        return findings;
    }

    private static List<Placed> otherwise(Against against) {
        return against.sharesTheLanguage() ? against.contrast().findings() : List.of();
    }

    private static double closest(List<Against> all, int start) {
        return all.stream()
                .mapToDouble(against -> closeness(against, start))
                .max()
                .orElse(0);
    }

    private static double closeness(Against against, int start) {
        return against.sharesTheLanguage() ? against.contrast().closeness(start) : 0;
    }
}
