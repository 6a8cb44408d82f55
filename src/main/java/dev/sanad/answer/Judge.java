package dev.sanad.answer;

import dev.langchain4j.data.message.ChatMessage;
import dev.sanad.llm.ChainFailure;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.LlmReply;
import dev.sanad.text.Folding;
import dev.sanad.text.Language;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A second language model that reads sentences beside their quotations. It can drop a sentence, and never adds one. */
public final class Judge {
    private static final Logger log = LoggerFactory.getLogger(Judge.class);
    private static final Pattern VERDICT = Pattern.compile("(?m)^\\W*(\\d{1,3})\\W+(yes|no)\\b");
    private final Prompts prompts;
    private final FallbackChain chain;

    public Judge(Prompts prompts, FallbackChain chain) {
        this.prompts = prompts;
        this.chain = chain;
    }

    /** A sentence and what it rests on. */
    record Pair(String sentence, List<String> quotations) {
        Pair {
            quotations = List.copyOf(quotations);
        }
    }

    /**
     * What the judge said.
     *
     * @param refused places of the sentences that their quotations do not carry, from 0; one that it says nothing of is not
     *     among them
     */
    record Ruling(Set<Integer> refused, LlmReply reply) {
        Ruling {
            refused = Set.copyOf(refused);
        }
    }

    /** Null where no judge could be reached, or none gave a verdict. */
    @Nullable Ruling rule(List<Pair> pairs, Language language) throws InterruptedException {
        List<ChatMessage> messages = prompts.messages(
                Prompts.Purpose.JUDGE, language, Map.of("boundary", PromptData.boundary(), "pairs", text(pairs)));
        try {
            LlmReply reply = chain.run((llm, deadline) -> llm.stream(messages, deadline, piece -> {}), () -> true);
            Set<Integer> refused = new HashSet<>();
            Set<Integer> judged = new HashSet<>();
            Matcher verdict = VERDICT.matcher(Folding.fold(reply.text()));
            while (verdict.find()) {
                int place = Integer.parseInt(verdict.group(1)) - 1;
                judged.add(place);
                if (verdict.group(2).equals("no")) {
                    refused.add(place);
                }
            }
            if (judged.isEmpty()) {
                log.warn("the judge (check.model) gave no verdict that can be read");
                return null;
            }
            return new Ruling(refused, reply);
        } catch (ChainFailure e) {
            log.warn("the judge (check.model) could not be asked: {}", e.getMessage());
            return null;
        }
    }

    private static String text(List<Pair> pairs) {
        var text = new StringBuilder();
        for (int i = 0; i < pairs.size(); i++) {
            text.append("sentence ")
                    .append(i + 1)
                    .append(": ")
                    .append(PromptData.line(pairs.get(i).sentence()))
                    .append('\n');
            for (String quotation : pairs.get(i).quotations()) {
                text.append("> ").append(PromptData.line(quotation)).append('\n');
            }
        }
        return text.toString();
    }
}
