package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.llm.LlmReply;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A model's answer while it grows: each statement is checked once it is whole, and shown or dropped for good. */
final class Draft {
    private final String model;
    private final Attribution attribution;
    private final PromptEcho echo;
    private final CheckMode mode;
    private final Answerer.Listener listener;
    private final StatementReader reader = new StatementReader();
    private final CitationBook book;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> flagged = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean cut;
    private int tokens;

    Draft(
            String model,
            Attribution attribution,
            PromptEcho echo,
            CheckMode mode,
            CitationBook book,
            Answerer.Listener listener) {
        this.model = model;
        this.attribution = attribution;
        this.echo = echo;
        this.mode = mode;
        this.book = book;
        this.listener = listener;
    }

    void accept(String piece) {
        reader.accept(piece).forEach(this::add);
    }

    void finish() {
        reader.finish().forEach(this::add);
    }

    /** The model failed; what it was in the middle of saying is lost. */
    void cut() {
        cut = true;
    }

    private void add(Statement statement) {
        if (!seen.add(statement.text())) {
            return;
        }
        if (echo.isIn(statement.text())) {
            dropped.add(new Dropped(statement.text(), List.of(new Finding(Kind.PROMPT, statement.text()))));
            return;
        }
        List<Item> named = attribution.named(statement);
        if (mode == CheckMode.OFF && !named.isEmpty()) {
            show(statement.text(), named);
            return;
        }
        Attribution.Outcome outcome = attribution.attribute(statement);
        if (outcome.findings().isEmpty()) {
            show(statement.text(), outcome.items());
        } else if (mode == CheckMode.FLAG && outcome.findings().stream().noneMatch(f -> f.kind() == Kind.UNCITED)) {
            if (show(statement.text(), outcome.items())) {
                flagged.add(statement.text());
            }
        } else {
            dropped.add(new Dropped(statement.text(), outcome.findings()));
        }
    }

    /** Returns whether it was shown: a link that is not the articles' own is shown in no mode. */
    private boolean show(String text, List<Item> items) {
        List<Finding> links = Links.foreign(text, items);
        if (!links.isEmpty()) {
            dropped.add(new Dropped(text, links));
            return false;
        }
        int before = book.size();
        List<Integer> numbers = items.stream()
                .map(item -> book.number(item.passage(), item.sentence()))
                .toList();
        var claim = new Claim(text, numbers);
        claims.add(claim);
        listener.claim(claim, book.since(before));
        return true;
    }

    /** What the reply cost. */
    void cost(LlmReply reply) {
        tokens = count(reply.inputTokens()) + count(reply.outputTokens());
    }

    private static int count(@Nullable Integer tokensSaid) {
        return tokensSaid == null ? 0 : tokensSaid;
    }

    ComposedBy composedBy() {
        return new ComposedBy.Model(model, tokens);
    }

    List<Claim> claims() {
        return claims;
    }

    List<Citation> citations() {
        return book.all();
    }

    List<Dropped> dropped() {
        return dropped;
    }

    List<Notice> notices() {
        var notices = new ArrayList<Notice>();
        if (cut) {
            notices.add(new Notice(Notice.Kind.CUT));
        }
        if (!flagged.isEmpty()) {
            notices.add(new Notice(Notice.Kind.FLAGGED, flagged));
        }
        return notices;
    }
}
