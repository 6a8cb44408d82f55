package dev.sanad.telegram.reply;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Citation;
import dev.sanad.answer.ComposedBy;
import dev.sanad.answer.Notice;
import dev.sanad.answer.Question;
import dev.sanad.answer.Response;
import dev.sanad.answer.Searched;
import dev.sanad.render.TelegramRenderer;
import dev.sanad.store.Answers;
import dev.sanad.store.Inbox;
import dev.sanad.store.Outbox;
import dev.sanad.store.Readers;
import dev.sanad.telegram.read.Incoming;
import dev.sanad.telegram.reply.Keyboard.Button;
import dev.sanad.telegram.wire.Typing;
import dev.sanad.text.Language;
import java.time.Duration;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Answers questions, growing while they are composed, and keeps the answers for their buttons. */
final class Questions {
    private static final Logger log = LoggerFactory.getLogger(Questions.class);
    private final Services services;
    private final Answers answers;
    private final Readers readers;
    private final Languages languages;
    private final TelegramRenderer renderer;
    private final Screens screens;
    private final InHand inHand;
    private final Health health;
    private final InstantSource clock;
    private final Links links;
    private final ZoneId zone;
    private final Quotas quotas;
    private final Waiting waiting;
    private final Function<Incoming, Typing> typing;

    Questions(
            Services services,
            Answers answers,
            Readers readers,
            Links links,
            TelegramRenderer renderer,
            Screens screens,
            InHand inHand,
            Health health,
            InstantSource clock,
            ZoneId zone,
            Quotas quotas,
            Waiting waiting,
            Function<Incoming, Typing> typing) {
        this.services = services;
        this.answers = answers;
        this.readers = readers;
        this.links = links;
        this.languages = new Languages(readers);
        this.renderer = renderer;
        this.screens = screens;
        this.inHand = inHand;
        this.health = health;
        this.clock = clock;
        this.zone = zone;
        this.quotas = quotas;
        this.waiting = waiting;
        this.typing = typing;
    }

    /** Answers a message of the reader's; nothing when it was edited and asks the same as before. */
    Inbox.Outcome answer(Incoming incoming, String question) throws InterruptedException {
        if (incoming.edited()) {
            Answers.Answered before = answers.to(incoming.chat(), incoming.message());
            if (before != null && before.question().equals(question) && before.state() != Answers.State.OPEN) {
                return Inbox.Outcome.of(List.of());
            }
            if (before != null) {
                String understood = before.understood();
                services.conversations()
                        .withdraw(incoming.conversation(), understood == null ? before.question() : understood);
            }
        }
        return answer(incoming, question, incoming.message());
    }

    /** Answers what a button asks, of which no message of the reader's tells. */
    Inbox.Outcome answerButton(Incoming incoming, String question, String query) throws InterruptedException {
        return answer(incoming, question, -1 - (query.hashCode() & Integer.MAX_VALUE));
    }

    private Inbox.Outcome answer(Incoming incoming, String question, int message) throws InterruptedException {
        Language language = languages.of(incoming, question);
        if (waiting.isTooOld(incoming)) {
            log.info("a question is too old to be answered (telegram.max-age)");
            return Say.nothing();
        }
        Quotas.Verdict verdict = quotas.ask(incoming);
        return verdict instanceof Quotas.Granted
                ? granted(incoming, question, message, language)
                : refused(incoming, verdict, language);
    }

    /** Nothing where the reader was told before. */
    Inbox.Outcome excess(Incoming incoming) {
        return refused(incoming, quotas.excess(incoming.reader()), languages.of(incoming));
    }

    /** The word that an answer went wrong, in the place of what was shown of it. */
    Inbox.Outcome failed(Incoming incoming) {
        Language language = languages.of(incoming);
        Answers.Answered open = answers.to(incoming.chat(), incoming.message());
        if (open == null) {
            return new Say(renderer).text(incoming, language, "bot.failed");
        }
        List<String> texts = renderer.text(language, "bot.failed");
        var kept = new Answers.Kept(
                open.id(), open.question(), null, language.tag(), Answers.State.FAILED, texts.size(), List.of());
        return new Inbox.Outcome(drafts(incoming, open.id(), texts, incoming.message(), null), kept, null);
    }

    private Inbox.Outcome refused(Incoming incoming, Quotas.Verdict verdict, Language language) {
        return verdict instanceof Quotas.Refused(String key, int limit)
                ? new Say(renderer).text(incoming, language, key, TelegramRenderer.count(limit, language))
                : Say.nothing();
    }

    private Inbox.Outcome granted(Incoming incoming, String question, int message, Language language)
            throws InterruptedException {
        long id = answers.begin(
                new Answers.Asked(incoming.chat(), message, incoming.reader(), question), clock.instant());
        Response response = ask(incoming, question, id, language);
        int tokens = response != null && response.composedBy() instanceof ComposedBy.Model model ? model.tokens() : 0;
        readers.count(incoming.reader(), quotas.today(), tokens);
        List<String> texts = new ArrayList<>(
                response == null ? renderer.text(language, "answer.stopped") : renderer.answerIn(response, language));
        if (message < 0) {
            texts.addFirst(renderer.asked(question, language));
        }
        List<Citation> citations =
                response != null && response.answer() instanceof Answer.Cited cited ? cited.citations() : List.of();
        String understood = response == null ? null : response.understood();
        boolean rated = response != null && !(response.answer() instanceof Answer.NotAQuestion);
        String keyboard = rated
                ? new AnswerButtons(renderer)
                        .of(id, citations, nearest(response, id, language), understood != null, language)
                : null;
        var kept = new Answers.Kept(
                id, question, understood, language.tag(), state(response), texts.size(), sources(citations));
        return new Inbox.Outcome(drafts(incoming, id, texts, message, keyboard), kept, null);
    }

    /** What comes closest where nothing answers, as far as it has no address of its own to be opened at. */
    private List<Button> nearest(@Nullable Response response, long answer, Language language) {
        return response != null && response.answer() instanceof Answer.NotFound none
                ? none.nearest().stream()
                        .filter(head -> head.url() == null)
                        .map(head -> Button.press(
                                renderer.articleLabel(head, language),
                                "a:" + answer + ":" + links.toArticle(head.id().value())))
                        .toList()
                : List.of();
    }

    /** Null when the reader stopped it before anything was there. */
    private @Nullable Response ask(Incoming incoming, String question, long id, Language language)
            throws InterruptedException {
        Typing shown = typing.apply(incoming);
        Growing growing = screens.begin(incoming, id, language);
        try (InHand.Work work = inHand.begin(incoming.chat(), Screens.draft(id))) {
            var asked = new Question(question, clock.instant(), zone);
            try {
                boolean spent = quotas.tokensAreSpent(incoming.reader());
                Response response = (spent ? services.quoting() : services.conversations())
                        .ask(incoming.conversation(), asked, growing);
                health.answered(response);
                boolean smallTalk = response.answer() instanceof Answer.NotAQuestion;
                return waiting.noted(
                        incoming, spent && !smallTalk ? response.with(new Notice(Notice.Kind.TOKENS_SPENT)) : response);
            } catch (InterruptedException e) {
                if (!work.isStopped()) {
                    throw e;
                }
                return stopped(asked, growing, language);
            }
        } finally {
            growing.close();
            shown.close();
        }
    }

    private static @Nullable Response stopped(Question asked, Growing growing, Language language) {
        if (growing.claims().isEmpty()) {
            return null;
        }
        return new Response(
                asked,
                language,
                new Answer.Cited(growing.claims(), growing.citations()),
                new Searched(List.of(), List.of(), null, null, 0),
                0,
                List.of(),
                List.of(new Notice(Notice.Kind.STOPPED)),
                new ComposedBy.Extractive(),
                Duration.ZERO);
    }

    private static Answers.State state(@Nullable Response response) {
        return switch (response == null ? null : response.answer()) {
            case null -> Answers.State.STOPPED;
            case Answer.Cited cited -> Answers.State.CITED;
            case Answer.NotFound notFound -> Answers.State.NOT_FOUND;
            case Answer.NotAQuestion talk -> Answers.State.NOT_A_QUESTION;
        };
    }

    private static List<Answers.Source> sources(List<Citation> citations) {
        return citations.stream()
                .map(citation -> new Answers.Source(
                        citation.number(), citation.article().id().value(), citation.start(), citation.quote()))
                .toList();
    }

    /** The first message replies to the question; what follows stands below it, the last with the buttons. */
    private static List<Outbox.Draft> drafts(
            Incoming incoming, long id, List<String> texts, int message, @Nullable String keyboard) {
        List<Outbox.Draft> drafts = new ArrayList<>();
        for (int part = 0; part < texts.size(); part++) {
            Integer replyTo = part == 0 && message > 0 ? Integer.valueOf(message) : null;
            var draft = new Outbox.Draft(incoming.chat(), incoming.topic(), replyTo, texts.get(part));
            drafts.add(draft.as(new Outbox.Part(id, part)).with(part == texts.size() - 1 ? keyboard : null));
        }
        return drafts;
    }
}
