package dev.sanad.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.langchain4j.data.message.SystemMessage;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.llm.ChainFailure;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.LlmException;
import dev.sanad.llm.LlmReply;
import dev.sanad.retrieve.Printed;
import dev.sanad.retrieve.Retrieval;
import dev.sanad.text.Calendars;
import dev.sanad.text.Language;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BiFunction;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Lets a language model write, and believes only what the support check passes. Safe for many threads. */
public final class LlmComposer {
    private final Prompts prompts;
    private final FallbackChain chain;
    private final SupportCheck check;
    private final CheckMode mode;
    private final int evidenceBudget;
    private final @Nullable Judge judge;

    /**
     * @param evidenceBudget characters of evidence that a model is shown
     * @param judge what reads the sentences after the check; with one nothing is shown before all are written. Null: nobody
     */
    public LlmComposer(
            Prompts prompts,
            FallbackChain chain,
            SupportCheck check,
            CheckMode mode,
            int evidenceBudget,
            @Nullable Judge judge) {
        this.judge = judge;
        this.prompts = prompts;
        this.chain = chain;
        this.check = check;
        this.mode = mode;
        this.evidenceBudget = evidenceBudget;
    }

    /**
     * Asks the model, or the next one while nothing has been shown.
     *
     * @param printings where a sentence was printed first, and where else
     * @throws ChainFailure when no model gave anything that could be shown
     */
    Draft compose(
            Question question,
            Language language,
            Retrieval retrieval,
            BiFunction<Passage, Sentence, Printed> printings,
            Answerer.Listener listener)
            throws ChainFailure, InterruptedException {
        Evidence evidence = Evidence.of(retrieval.hits(), evidenceBudget);
        String boundary = PromptData.boundary();
        List<ChatMessage> messages = messages(question, language, evidence, boundary);
        var echo = new PromptEcho(
                messages.stream()
                        .filter(SystemMessage.class::isInstance)
                        .map(message -> ((SystemMessage) message).text())
                        .collect(Collectors.joining("\n")),
                boundary);
        Draft draft = drafted(messages, evidence, echo, printings, listener);
        if (judge != null) {
            draft.settle(judge, language);
        }
        return draft;
    }

    private Draft drafted(
            List<ChatMessage> messages,
            Evidence evidence,
            PromptEcho echo,
            BiFunction<Passage, Sentence, Printed> printings,
            Answerer.Listener listener)
            throws ChainFailure, InterruptedException {
        var last = new AtomicReference<@Nullable Draft>();
        try {
            return chain.run(
                    (llm, deadline) -> {
                        var draft = new Draft(
                                llm.name(),
                                new Attribution(check, evidence),
                                echo,
                                mode,
                                new CitationBook(printings),
                                listener,
                                judge != null);
                        last.set(draft);
                        LlmReply reply = llm.stream(messages, deadline, draft::accept);
                        draft.cost(reply);
                        finish(draft, reply.truncated());
                        return draft;
                    },
                    () -> judge != null || nothingShown(last.get()));
        } catch (ChainFailure e) {
            Draft draft = last.get();
            if (draft == null || nothingShown(draft)) {
                throw e;
            }
            draft.cut();
            return draft;
        }
    }

    /** A reply that ran into the limit of tokens ends in the middle of a sentence, perhaps of a number. */
    private static void finish(Draft draft, boolean truncated) throws LlmException {
        if (!truncated) {
            draft.finish();
        } else if (nothingShown(draft)) {
            throw new LlmException(LlmException.Kind.EMPTY, "reached its limit of tokens before a whole sentence");
        } else {
            draft.cut();
        }
    }

    private static boolean nothingShown(@Nullable Draft draft) {
        return draft == null || draft.isEmpty();
    }

    private List<ChatMessage> messages(Question question, Language language, Evidence evidence, String boundary) {
        LocalDate today = question.now().atZone(question.zone()).toLocalDate();
        boolean persian = language == Language.PERSIAN;
        Map<String, Object> values = Map.of(
                "boundary",
                boundary,
                "evidence",
                PromptData.evidence(evidence),
                "question",
                PromptData.question(question.text()),
                "today",
                persian ? Calendars.jalali(today) + " (" + today + ")" : today.toString());
        return prompts.messages(Prompts.Purpose.ANSWER, language, values);
    }
}
