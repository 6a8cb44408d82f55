package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.article.Published;
import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.QueryWords;
import dev.sanad.text.Calendars;
import dev.sanad.text.DateFinder;
import dev.sanad.text.DateMention;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import dev.sanad.text.NumberFinder;
import dev.sanad.text.Quantity;
import dev.sanad.text.Skeleton;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds a claim against its quotations: each number, date and name in it must stand in them, and where claim and quotations
 * share a language, enough of its other words too. Knows nothing of which model wrote the claim.
 */
public final class SupportCheck {
    /** The share of a claim's content words that must stand in its quotations. */
    private static final double ENOUGH_WORDS = 0.5;

    private static final int HIJRI_SLACK_DAYS = 2;
    private static final Pattern ADDRESS = Pattern.compile(
            "(?i)https?://\\S+|\\bwww\\.\\S+|\\b[a-z0-9-]+\\.(?:com|net|org|ir|io|me|info|news|example)\\b\\S*");
    private final QueryWords words;
    private final Analysis analysis;
    private final NumberFinder numbers = new NumberFinder();
    private final DateFinder dates = new DateFinder();

    public SupportCheck(Analysis analysis) {
        this.analysis = analysis;
        this.words = new QueryWords(analysis);
    }

    /** What the quotations do not carry; empty for a claim that they support. */
    List<Finding> findings(String claim, List<Item> quotations) {
        var quoted = new Quoted(quotations);
        var findings = new ArrayList<Finding>();
        List<DateMention> claimedDates = dates.find(claim);
        for (DateMention date : claimedDates) {
            if (quoted.dates.stream().noneMatch(other -> supports(other, date))) {
                findings.add(new Finding(Kind.DATE, claim.substring(date.start(), date.end())));
            }
        }
        List<Quantity> claimedNumbers = numbers.find(claim);
        for (Quantity number : claimedNumbers) {
            boolean partOfDate =
                    claimedDates.stream().anyMatch(date -> date.start() < number.end() && number.start() < date.end());
            if (!partOfDate && !quoted.numbers.contains(number.value())) {
                findings.add(new Finding(Kind.NUMBER, claim.substring(number.start(), number.end())));
            }
        }
        for (Matcher address = ADDRESS.matcher(claim); address.find(); ) {
            if (!quoted.text.contains(address.group())) {
                findings.add(new Finding(Kind.NAME, address.group()));
            }
        }
        words(claim, claimedDates, claimedNumbers, quoted, findings);
        return findings;
    }

    private void words(
            String claim,
            List<DateMention> claimedDates,
            List<Quantity> claimedNumbers,
            Quoted quoted,
            List<Finding> findings) {
        Language language = Language.of(claim);
        boolean shared = language == quoted.language;
        int content = 0;
        int lacking = 0;
        boolean first = true;
        for (QueryWord word : words.of(claim)) {
            boolean inDate =
                    claimedDates.stream().anyMatch(date -> date.start() < word.end() && word.start() < date.end());
            boolean inNumber = claimedNumbers.stream()
                    .anyMatch(number -> number.start() < word.end() && word.start() < number.end());
            if (inDate || inNumber || !Character.isLetter(word.surface().charAt(0))) {
                continue;
            }
            boolean sentenceStart = first;
            first = false;
            content++;
            if (quoted.has(word)) {
                continue;
            }
            lacking++;
            if (isName(word, language, shared, sentenceStart)) {
                findings.add(new Finding(Kind.NAME, word.surface()));
            }
        }
        if (shared && content > 0 && content - lacking < ENOUGH_WORDS * content) {
            findings.add(new Finding(Kind.WORDS, claim));
        }
    }

    /**
     * Whether a word that the quotations lack may name something. Latin script tells by its capitals; Persian does not tell,
     * so there every word counts that is not common.
     */
    private static boolean isName(QueryWord word, Language language, boolean shared, boolean sentenceStart) {
        boolean latin = Character.UnicodeScript.of(word.surface().charAt(0)) == Character.UnicodeScript.LATIN;
        String key = Folding.key(word.surface());
        if (latin) {
            boolean capital = Character.isUpperCase(word.surface().charAt(0));
            boolean inPersian = language == Language.PERSIAN;
            return inPersian || (capital && !CommonWords.contains(key) && (shared || !sentenceStart));
        }
        return shared
                && !CommonWords.contains(key)
                && word.light().stream().anyMatch(part -> !CommonWords.contains(part));
    }

    /** Whether what a quotation says of a day carries what a claim says of it. */
    private static boolean supports(DatedMention quoted, DateMention claimed) {
        DateMention other = quoted.mention;
        if (other.calendar() == claimed.calendar()) {
            boolean month = claimed.month() == 0 || claimed.month() == other.month();
            boolean day = claimed.day() == 0 || claimed.day() == other.day();
            boolean year = claimed.year() == null || claimed.year().equals(quoted.year());
            return month && day && year;
        }
        LocalDate claimedFrom = claimed.from();
        LocalDate claimedTo = claimed.to();
        Integer quotedYear = quoted.year();
        LocalDate day = quotedYear == null ? null : other.in(quotedYear).from();
        LocalDate last = quotedYear == null ? null : other.in(quotedYear).to();
        if (claimedFrom == null || claimedTo == null || day == null || last == null) {
            return false;
        }
        boolean lunar =
                claimed.calendar() == DateMention.Calendar.HIJRI || other.calendar() == DateMention.Calendar.HIJRI;
        int slack = lunar ? HIJRI_SLACK_DAYS : 0;
        return !day.isBefore(claimedFrom.minusDays(slack)) && !last.isAfter(claimedTo.plusDays(slack));
    }

    /** @param published the day its article was published, which tells the year that a mention leaves out */
    private record DatedMention(
            DateMention mention, @Nullable LocalDate published) {
        @Nullable Integer year() {
            if (mention.year() != null || published == null) {
                return mention.year();
            }
            return switch (mention.calendar()) {
                case JALALI -> Calendars.jalali(published).year();
                case GREGORIAN -> published.getYear();
                case HIJRI -> null;
            };
        }
    }

    /** All that a claim's quotations say, ready to be asked. */
    private final class Quoted {
        private final String text;
        private final Language language;
        private final List<DatedMention> dates = new ArrayList<>();
        private final Set<BigDecimal> numbers = new HashSet<>();
        private final PassageTerms.Terms terms;
        private final Set<String> exact = new HashSet<>();
        private final Set<String> skeletons = new HashSet<>();

        Quoted(List<Item> quotations) {
            var all = new StringBuilder();
            for (Item item : quotations) {
                String quotation = item.text();
                all.append(quotation).append('\n');
                Published published = item.passage().head().published();
                LocalDate day = published == null ? null : published.day(ZoneOffset.UTC);
                SupportCheck.this.dates.find(quotation).forEach(mention -> dates.add(new DatedMention(mention, day)));
                SupportCheck.this.numbers.find(quotation).forEach(number -> numbers.add(number.value()));
            }
            text = all.toString();
            language = Language.of(text);
            terms = PassageTerms.Terms.of(analysis, text);
            for (QueryWord word : words.of(text)) {
                exact.addAll(word.exact());
                String skeleton = Skeleton.of(word.surface());
                if (skeleton.length() > 1) {
                    skeletons.add(skeleton);
                }
            }
        }

        boolean has(QueryWord word) {
            if (terms.match(word) == 1) {
                return true;
            }
            boolean latin = Character.UnicodeScript.of(word.surface().charAt(0)) == Character.UnicodeScript.LATIN;
            if (latin != (language == Language.ENGLISH)) {
                String skeleton = Skeleton.of(word.surface());
                return skeleton.length() > 1 && skeletons.contains(skeleton);
            }
            return !latin
                    && word.exact().stream().allMatch(part -> exact.stream().anyMatch(other -> inflects(part, other)));
        }

        /** Whether two words differ in their endings alone: the same first four letters, at most three more in each. */
        private static boolean inflects(String a, String b) {
            if (a.equals(b)) {
                return true;
            }
            int common = 0;
            while (common < a.length() && common < b.length() && a.charAt(common) == b.charAt(common)) {
                common++;
            }
            boolean verb = common == 3 && Math.max(a.length(), b.length()) <= 6;
            return (common >= 4 && Math.max(a.length(), b.length()) - common <= 3)
                    || (verb && isVerbForm(a) && isVerbForm(b));
        }

        private static boolean isVerbForm(String word) {
            return word.length() <= 3 || "ندمیه".indexOf(word.charAt(word.length() - 1)) >= 0;
        }
    }
}
