package dev.sanad.telegram.reply;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.article.ArticleHead;
import dev.sanad.render.Messages;
import dev.sanad.text.Language;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Questions that the archive answers, made of its newest titles and tried before they are offered. */
final class ExampleQuestions {
    private static final int OFFERED = 3;
    private static final int TRIED = 24;
    private static final int LONGEST_TITLE = 60;
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration FRESH_IF_NONE = Duration.ofMinutes(1);
    private final Services services;
    private final InstantSource clock;
    private final ZoneId zone;
    private final Map<Language, Examples> made = new ConcurrentHashMap<>();

    private record Examples(Instant when, List<String> questions) {
        boolean isFresh(Instant now) {
            return when.plus(questions.isEmpty() ? FRESH_IF_NONE : FRESH).isAfter(now);
        }
    }

    ExampleQuestions(Services services, InstantSource clock, ZoneId zone) {
        this.services = services;
        this.clock = clock;
        this.zone = zone;
    }

    /** At most three, fewer where the archive has no more to offer in that language. */
    List<String> in(Language language) throws InterruptedException {
        Instant now = clock.instant();
        Examples known = made.get(language);
        if (known != null && known.isFresh(now)) {
            return known.questions();
        }
        List<String> questions = new ArrayList<>();
        for (ArticleHead head : services.articles().newest(0, TRIED)) {
            boolean fits = head.language().equals(language.tag())
                    && !head.title().isBlank()
                    && head.title().length() <= LONGEST_TITLE;
            if (questions.size() == OFFERED) {
                break;
            }
            if (fits) {
                String question = Messages.of(language).text("example.question", head.title());
                if (isAnswered(question, head)) {
                    questions.add(question);
                }
            }
        }
        made.put(language, new Examples(now, List.copyOf(questions)));
        return questions;
    }

    private boolean isAnswered(String question, ArticleHead head) throws InterruptedException {
        Answer answer = services.snippets()
                .answer(new Question(question, clock.instant(), zone), Answerer.Listener.SILENT)
                .answer();
        return answer instanceof Answer.Cited cited
                && cited.citations().stream()
                        .anyMatch(citation -> citation.article().id().equals(head.id()));
    }
}
