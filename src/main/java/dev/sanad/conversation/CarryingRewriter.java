package dev.sanad.conversation;

import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.store.Turn;
import dev.sanad.text.CommonWords;
import dev.sanad.text.Folding;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Lets a follow-up carry what the question before it was about: its words that are not common, and its time. Needs no model. A
 * follow-up is told by a word that stands for something said before, by how it begins, or by having hardly a word of its own.
 */
public final class CarryingRewriter implements Rewriter {
    private static final Logger log = LoggerFactory.getLogger(CarryingRewriter.class);
    private static final Pattern STANDS_FOR =
            words("او|وی|انها|انان|ایشان|انجا|اونجا|اون|اونا|اونها|ایشون|مال او|خودش|he|she|it|they|him|her|them|his"
                    + "|hers|its|their|theirs|there|then");
    private static final Pattern MAY_STAND_FOR = words("این|ان|همین|همان|اینها|اینجا|this|that|these|those|one|ones");
    private static final Pattern GOES_ON = Pattern.compile(
            "^(?:و|ولی|اما|پس|خب|حالا|راجع به|در مورد|درباره|and|but|so|what about|how about|what else)(?![\\p{L}\\p{M}])");
    /** Words of its own with which a question that may be a follow-up is taken for one. */
    private static final int FEW = 3;

    private static final int MOST_CARRIED = 8;
    /** A follow-up and what it carries, as {@link #rewrite} puts them together. */
    private static final Pattern CARRYING = Pattern.compile("(.*) \\(([^()]*)\\)");

    private final QueryPlanner planner;

    public CarryingRewriter(QueryPlanner planner) {
        this.planner = planner;
    }

    private static Pattern words(String words) {
        return Pattern.compile("(?<![\\p{L}\\p{M}])(?:" + words + ")(?![\\p{L}\\p{M}])");
    }

    @Override
    public Rewritten rewrite(String question, List<Turn> turns) {
        QueryPlan plan = plan(question);
        if (turns.isEmpty() || !isFollowUp(question, plan)) {
            return Rewritten.free(question);
        }
        List<String> carried = carried(plan(subject(turns.getLast().question())), plan);
        String written = carried.isEmpty() ? question : question + " (" + String.join(" ", carried) + ")";
        log.debug("the follow-up {} is understood as {}", question, written);
        return Rewritten.free(written);
    }

    /** What a question was about: one that only asked more about what it carried was about that. */
    private static String subject(String question) {
        Matcher matcher = CARRYING.matcher(question);
        if (!matcher.matches()) {
            return question;
        }
        String own = Folding.foldInPlace(matcher.group(1)).strip();
        boolean asksMore =
                STANDS_FOR.matcher(own).find() && !GOES_ON.matcher(own).find();
        return asksMore ? matcher.group(2) : question;
    }

    /** Only which words there are is asked, so any day will do. */
    private QueryPlan plan(String question) {
        return planner.plan(question, LocalDate.now(ZoneOffset.UTC));
    }

    private static boolean isFollowUp(String question, QueryPlan plan) {
        String folded = Folding.foldInPlace(question).strip();
        int words = plan.words().size();
        if (STANDS_FOR.matcher(folded).find() || (words <= 1 && plan.window() == null)) {
            return true;
        }
        return words <= FEW
                && (GOES_ON.matcher(folded).find()
                        || MAY_STAND_FOR.matcher(folded).find()
                        || plan.words().stream().allMatch(CarryingRewriter::isCommon));
    }

    private static List<String> carried(QueryPlan last, QueryPlan now) {
        Set<String> known =
                now.words().stream().flatMap(word -> word.light().stream()).collect(Collectors.toSet());
        var carried = new LinkedHashSet<String>();
        for (QueryWord word : last.words()) {
            if (carried.size() < MOST_CARRIED && !isCommon(word) && !known.containsAll(word.light())) {
                carried.add(word.surface());
            }
        }
        if (now.window() == null) {
            last.windowWords().forEach(word -> carried.add(word.surface()));
        }
        return new ArrayList<>(carried);
    }

    private static boolean isCommon(QueryWord word) {
        return CommonWords.contains(Folding.key(word.surface()));
    }
}
