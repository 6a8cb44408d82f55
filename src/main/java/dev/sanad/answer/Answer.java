package dev.sanad.answer;

import dev.sanad.article.ArticleHead;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What a reader is told. A failure is no answer: it is an exception with a kind. */
public sealed interface Answer {
    /** Claims that stood the support check, each with the quotations that carry it. */
    record Cited(List<Claim> claims, List<Citation> citations) implements Answer {
        public Cited {
            claims = List.copyOf(claims);
            citations = List.copyOf(citations);
            if (claims.isEmpty()) {
                throw new IllegalArgumentException("a cited answer has at least one claim");
            }
            var numbers = citations.stream().map(Citation::number).collect(Collectors.toSet());
            if (!claims.stream().allMatch(claim -> numbers.containsAll(claim.citations()))) {
                throw new IllegalArgumentException("a claim names a citation that the answer does not have");
            }
        }
    }

    /**
     * The archive does not say.
     *
     * @param nearest at most three articles that come closest, best first
     * @param spellings words that the archive has in the place of some that it lacks, by these
     */
    record NotFound(List<ArticleHead> nearest, Map<String, String> spellings) implements Answer {
        public NotFound {
            nearest = List.copyOf(nearest);
            spellings = Collections.unmodifiableMap(new LinkedHashMap<>(spellings));
        }

        /** Where no other spelling is known. */
        public NotFound(List<ArticleHead> nearest) {
            this(nearest, Map.of());
        }
    }

    /** A greeting, thanks, or nothing that could be searched for. */
    record NotAQuestion(SmallTalk kind) implements Answer {}

    /** What stood in place of a question. */
    enum SmallTalk {
        GREETING,
        THANKS,
        /** Who the bot is and what it can do. */
        ABOUT,
        EMPTY
    }
}
