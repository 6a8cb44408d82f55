package dev.sanad.conversation;

import dev.langchain4j.data.message.ChatMessage;
import dev.sanad.answer.PromptData;
import dev.sanad.answer.Prompts;
import dev.sanad.llm.ChainFailure;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.LlmReply;
import dev.sanad.store.Turn;
import dev.sanad.text.Language;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Lets a language model write out what a follow-up leaves unsaid. What it writes is a question, never an answer. */
public final class FollowUpRewriter implements Rewriter {
    private static final Logger log = LoggerFactory.getLogger(FollowUpRewriter.class);
    private static final int LONGEST = 600;
    private static final Pattern LINE_END = Pattern.compile("\\R");
    private final Prompts prompts;
    private final FallbackChain chain;
    private final CarryingRewriter carrying;

    /**
     * @param chain with a deadline short enough for a step before the answer
     * @param carrying what writes where no model can be reached or none makes sense of the question
     */
    public FollowUpRewriter(Prompts prompts, FallbackChain chain, CarryingRewriter carrying) {
        this.prompts = prompts;
        this.chain = chain;
        this.carrying = carrying;
    }

    @Override
    public Rewritten rewrite(String question, List<Turn> turns) throws InterruptedException {
        if (turns.isEmpty()) {
            return Rewritten.free(question);
        }
        var conversation = new StringBuilder();
        for (Turn turn : turns) {
            conversation.append("? ").append(PromptData.line(turn.question())).append('\n');
            conversation.append("> ").append(PromptData.line(turn.answer())).append('\n');
        }
        List<ChatMessage> messages = prompts.messages(
                Prompts.Purpose.REWRITE,
                Language.of(question),
                Map.of(
                        "boundary", PromptData.boundary(),
                        "conversation", conversation.toString(),
                        "question", PromptData.question(question)));
        try {
            LlmReply reply = chain.run((llm, deadline) -> llm.stream(messages, deadline, piece -> {}), () -> true);
            String written = reply.text().strip();
            boolean usable = !reply.truncated()
                    && written.length() <= LONGEST
                    && !LINE_END.matcher(written).find()
                    && written.codePoints().anyMatch(Character::isLetter);
            if (!usable) {
                return new Rewritten(carrying.rewrite(question, turns).question(), reply.tokens());
            }
            log.debug("the follow-up {} is understood as {}", question, written);
            return new Rewritten(written, reply.tokens());
        } catch (ChainFailure e) {
            log.debug("no model writes the follow-up out: {}", e.getMessage());
            return carrying.rewrite(question, turns);
        }
    }
}
