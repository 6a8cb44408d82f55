package dev.sanad.answer;

import dev.sanad.answer.Answer.SmallTalk;
import dev.sanad.answer.ExtractiveComposer.Selection;
import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.Published;
import dev.sanad.llm.ChainFailure;
import dev.sanad.retrieve.FoundWord;
import dev.sanad.retrieve.Hit;
import dev.sanad.retrieve.Printed;
import dev.sanad.retrieve.QueryPlan;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.retrieve.QueryWord;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.retrieve.Retriever;
import dev.sanad.retrieve.TimeWindow;
import dev.sanad.text.Language;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Plan, retrieve, compose, check. Where a model fails before it has shown anything, the archive's own sentences answer. */
public final class DefaultAnswerer implements Answerer {
    private static final Logger log = LoggerFactory.getLogger(DefaultAnswerer.class);
    private static final int HITS = 20;
    private static final int NEAREST = 3;
    private final QueryPlanner planner;
    private final Retriever retriever;
    private final ExtractiveComposer extractive;
    private final @Nullable LlmComposer llm;
    private final double threshold;
    private final SmallTalkDetector smallTalk = new SmallTalkDetector();

    /**
     * @param llm null when no model is configured
     * @param threshold the confidence below which the archive's own sentences are not taken for an answer
     */
    public DefaultAnswerer(
            QueryPlanner planner,
            Retriever retriever,
            ExtractiveComposer extractive,
            @Nullable LlmComposer llm,
            double threshold) {
        this.planner = planner;
        this.retriever = retriever;
        this.extractive = extractive;
        this.llm = llm;
        this.threshold = threshold;
    }

    @Override
    public Response answer(Question question, Listener listener) throws InterruptedException {
        long start = System.nanoTime();
        LocalDate today = question.now().atZone(question.zone()).toLocalDate();
        QueryPlan plan = planner.plan(question.text(), today);
        SmallTalk talk = smallTalk.detect(question.text());
        boolean nothingToSearch = plan.words().isEmpty() && !plan.wantsNewest();
        Response response = talk != null || nothingToSearch
                ? notAQuestion(question, plan, talk == null ? SmallTalk.EMPTY : talk, start)
                : new Asking(question, plan, listener, start).answer();
        log.debug("question: {}", question.text());
        log.info(
                "answered in {} ms: {}, {} words searched, confidence {}",
                response.took().toMillis(),
                response.answer().getClass().getSimpleName(),
                plan.words().size(),
                Math.round(response.confidence() * 100) / 100.0);
        return response;
    }

    private Response notAQuestion(Question question, QueryPlan plan, SmallTalk talk, long start) {
        var nothing = new QueryPlan("", plan.language(), Set.of(), List.of(), null, List.of(), false);
        Retrieval.Coverage coverage = retriever.retrieve(nothing, 1).coverage();
        return new Response(
                question,
                plan.language(),
                new Answer.NotAQuestion(talk),
                new Searched(List.of(), List.of(), coverage.from(), coverage.to(), coverage.articles()),
                0,
                List.of(),
                List.of(),
                new ComposedBy.Extractive(),
                since(start));
    }

    private static Duration since(long start) {
        return Duration.ofNanos(System.nanoTime() - start);
    }

    /** One question on its way. */
    private final class Asking {
        private final Question question;
        private final QueryPlan plan;
        private final Listener listener;
        private final long start;
        private final List<Notice> notices = new ArrayList<>();
        private Retrieval retrieval;
        private Selection selection;
        private boolean ofAllTime;

        Asking(Question question, QueryPlan plan, Listener listener, long start) {
            this.question = question;
            this.plan = plan;
            this.listener = listener;
            this.start = start;
            this.retrieval = retriever.retrieve(plan, HITS);
            this.selection = extractive.select(retrieval);
        }

        Response answer() throws InterruptedException {
            widenTheWindow();
            if (llm != null && !retrieval.hits().isEmpty() && !retrieval.plan().wantsNewest()) {
                try {
                    return written(llm.compose(question, plan.language(), retrieval, retriever::printed, listener));
                } catch (ChainFailure e) {
                    log.debug("no model answered: {}", e.getMessage());
                    notices.add(new Notice(Notice.Kind.MODEL_UNAVAILABLE));
                }
            }
            return quoted();
        }

        /** When the time that was asked for holds no answer and another time does, that one is shown, and said. */
        private void widenTheWindow() {
            TimeWindow window = plan.window();
            if (window == null) {
                return;
            }
            boolean kept = retrieval.plan().window() != null;
            if (kept && !retrieval.hits().isEmpty() && selection.confidence() >= threshold) {
                notices.add(windowNotice(Notice.Kind.WINDOW, window));
                return;
            }
            Retrieval wide = kept ? retriever.retrieve(plan.withoutWindow(), HITS) : retrieval;
            Selection wideSelection = kept ? extractive.select(wide) : selection;
            if (!kept || wideSelection.confidence() >= threshold) {
                retrieval = wide;
                ofAllTime = true;
                selection = wideSelection;
                notices.add(windowNotice(Notice.Kind.WINDOW_WIDENED, window));
            } else {
                notices.add(windowNotice(Notice.Kind.WINDOW, window));
            }
        }

        private static Notice windowNotice(Notice.Kind kind, TimeWindow window) {
            LocalDate from = window.from();
            return new Notice(
                    kind, from == null ? "" : from.toString(), window.to().toString());
        }

        private Response quoted() {
            if (selection.confidence() < threshold || selection.quotations().isEmpty()) {
                return response(notFound(), List.of(), new ComposedBy.Extractive());
            }
            if (retrieval.plan().newest()) {
                notices.add(new Notice(Notice.Kind.NEWEST));
            }
            var book = new CitationBook(retriever::printed);
            var claims = new ArrayList<Claim>();
            boolean digest = retrieval.plan().newest();
            for (Chosen chosen : digest ? asFirstPrinted(selection.quotations()) : selection.quotations()) {
                int before = book.size();
                int number = book.number(chosen.passage(), chosen.sentence(), chosen.highlight());
                Published heading = digest ? chosen.passage().head().published() : null;
                var claim = new Claim(chosen.text(), List.of(number), heading);
                claims.add(claim);
                listener.claim(claim, book.since(before));
            }
            notices.addAll(selection.notices());
            return response(new Answer.Cited(claims, book.all()), List.of(), new ComposedBy.Extractive());
        }

        /** What a digest quotes, each text once and under the day of its first printing, the newest first. */
        private List<Chosen> asFirstPrinted(List<Chosen> quotations) {
            return quotations.stream()
                    .map(this::asFirstPrinted)
                    .distinct()
                    .sorted(Comparator.comparing(this::day).reversed())
                    .toList();
        }

        /** As it was chosen where the first printing is not of the time that was asked for. */
        private Chosen asFirstPrinted(Chosen chosen) {
            Printed printed = retriever.printed(chosen.passage(), chosen.sentence());
            var first = new Chosen(printed.passage(), printed.sentence(), null);
            TimeWindow window = retrieval.plan().window();
            return window == null || window.holds(day(first)) ? first : chosen;
        }

        private LocalDate day(Chosen chosen) {
            Published published = chosen.passage().head().published();
            return published == null ? LocalDate.MIN : published.day(question.zone());
        }

        private Response written(Draft draft) {
            notices.addAll(draft.notices());
            if (!draft.claims().isEmpty() && concernsWhatDiffers(draft)) {
                if (!draft.isCut()) {
                    selection.sides().forEach(draft::quote);
                }
                notices.addAll(selection.notices());
            }
            Answer answer = draft.claims().isEmpty() ? notFound() : new Answer.Cited(draft.claims(), draft.citations());
            return response(answer, draft.dropped(), draft.composedBy());
        }

        /** Whether what articles contradict each other in is what the model was asked, or what it tells. */
        private boolean concernsWhatDiffers(Draft draft) {
            return selection.confidence() >= threshold
                    || selection.sides().stream()
                            .anyMatch(side -> draft.cites(side.passage().id().article()));
        }

        private Answer notFound() {
            List<ArticleHead> nearest = retrieval.hits().stream()
                    .map(Hit::passage)
                    .map(passage -> passage.head())
                    .distinct()
                    .limit(NEAREST)
                    .toList();
            List<QueryWord> unknown = retrieval.words().stream()
                    .filter(word -> !word.isKnown())
                    .map(FoundWord::word)
                    .toList();
            return new Answer.NotFound(nearest, unknown.isEmpty() ? Map.of() : retriever.spellings(unknown));
        }

        private Response response(Answer answer, List<Dropped> dropped, ComposedBy composedBy) {
            if (answer instanceof Answer.Cited cited) {
                otherLanguage(cited);
            }
            return new Response(
                    question,
                    plan.language(),
                    answer,
                    searched(),
                    selection.confidence(),
                    dropped,
                    notices,
                    composedBy,
                    since(start));
        }

        private void otherLanguage(Answer.Cited cited) {
            List<Language> languages = cited.citations().stream()
                    .map(citation -> Language.of(citation.quote()))
                    .toList();
            boolean all = !languages.contains(plan.language());
            languages.stream()
                    .filter(language -> language != plan.language() && language != Language.UNKNOWN)
                    .findFirst()
                    .ifPresent(language -> notices.add(new Notice(
                            all ? Notice.Kind.OTHER_LANGUAGE : Notice.Kind.ALSO_IN_OTHER_LANGUAGE, language.tag())));
        }

        private Searched searched() {
            List<String> words = retrieval.words().stream()
                    .map(word -> word.word().surface())
                    .distinct()
                    .toList();
            List<String> missing = retrieval.words().stream()
                    .filter(word -> !word.isKnown())
                    .map(word -> word.word().surface())
                    .distinct()
                    .toList();
            TimeWindow window = ofAllTime ? null : plan.window();
            Retrieval.Coverage coverage = retrieval.coverage();
            return new Searched(
                    words,
                    missing,
                    window == null || window.from() == null ? coverage.from() : window.from(),
                    window == null ? coverage.to() : window.to(),
                    coverage.articles());
        }
    }
}
