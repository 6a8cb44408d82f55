package dev.sanad.answer;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.article.ArticleId;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.llm.LlmReply;
import dev.sanad.text.Language;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** A model's answer while it grows: each statement is checked once it is whole, and shown or dropped for good. */
final class Draft {
    /** What a model recites of its prompt is told to nobody, not even as something that was dropped. */
    private static final String WITHHELD = "…";

    private final String model;
    private final Attribution attribution;
    private final PromptEcho echo;
    private final CheckMode mode;
    private final Answerer.Listener listener;
    private final boolean held;
    private final StatementReader reader = new StatementReader();
    private final CitationBook book;
    private final List<Claim> claims = new ArrayList<>();
    private final List<Dropped> dropped = new ArrayList<>();
    private final List<String> flagged = new ArrayList<>();
    private final List<Passed> passed = new ArrayList<>();
    private final Set<String> seen = new HashSet<>();
    private boolean cut;
    private boolean unjudged;
    private int tokens;

    /** A statement that waits for the judge. */
    private record Passed(String text, List<Item> items, boolean flagged) {}

    /** @param held whether nothing is shown before {@link #settle} */
    Draft(
            String model,
            Attribution attribution,
            PromptEcho echo,
            CheckMode mode,
            CitationBook book,
            Answerer.Listener listener,
            boolean held) {
        this.model = model;
        this.attribution = attribution;
        this.echo = echo;
        this.mode = mode;
        this.book = book;
        this.listener = listener;
        this.held = held;
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
            dropped.add(new Dropped(WITHHELD, List.of(new Finding(Kind.PROMPT, WITHHELD))));
            return;
        }
        List<Item> named = attribution.named(statement);
        if (mode == CheckMode.OFF && !named.isEmpty()) {
            pass(statement.text(), named, false);
            return;
        }
        Attribution.Outcome outcome = attribution.attribute(statement);
        if (outcome.findings().isEmpty()) {
            pass(statement.text(), outcome.items(), false);
        } else if (mode == CheckMode.FLAG && outcome.findings().stream().noneMatch(f -> f.kind() == Kind.UNCITED)) {
            pass(statement.text(), outcome.items(), true);
        } else {
            dropped.add(new Dropped(statement.text(), outcome.findings()));
        }
    }

    /** A link that is not the articles' own is shown in no mode. */
    private void pass(String text, List<Item> items, boolean doubtful) {
        List<Finding> links = Links.foreign(text, items);
        if (!links.isEmpty()) {
            dropped.add(new Dropped(text, links));
        } else if (held) {
            passed.add(new Passed(text, items, doubtful));
        } else {
            show(text, items, doubtful);
        }
    }

    private void show(String text, List<Item> items, boolean doubtful) {
        int before = book.size();
        List<Integer> numbers = items.stream()
                .map(item -> book.number(item.passage(), item.sentence()))
                .toList();
        show(new Claim(text, numbers), before);
        if (doubtful) {
            flagged.add(text);
        }
    }

    private void show(Claim claim, int citationsBefore) {
        claims.add(claim);
        listener.claim(claim, book.since(citationsBefore));
    }

    /** Adds a sentence of the archive itself, unless it is quoted already. */
    void quote(Chosen chosen) {
        if (!book.quotes(chosen.passage(), chosen.sentence())) {
            int before = book.size();
            int number = book.number(chosen.passage(), chosen.sentence(), chosen.highlight());
            show(new Claim(chosen.text(), List.of(number)), before);
        }
    }

    boolean cites(ArticleId article) {
        return citations().stream().anyMatch(citation -> citation.article().id().equals(article));
    }

    /** Whether the model failed before its end. */
    boolean isCut() {
        return cut;
    }

    /** Whether there is nothing that is shown, or will be. */
    boolean isEmpty() {
        return claims.isEmpty() && passed.isEmpty();
    }

    /** Shows what the judge does not refuse, and in {@link CheckMode#FLAG} what it does, with a warning. */
    void settle(Judge judge, Language language) throws InterruptedException {
        if (passed.isEmpty()) {
            return;
        }
        Judge.Ruling ruling = judge.rule(
                passed.stream()
                        .map(one -> new Judge.Pair(
                                one.text(), one.items().stream().map(Item::text).toList()))
                        .toList(),
                language);
        unjudged = ruling == null;
        if (ruling != null) {
            cost(ruling.reply());
        }
        for (int i = 0; i < passed.size(); i++) {
            Passed one = passed.get(i);
            boolean refused = ruling != null && ruling.refused().contains(i);
            if (refused && mode == CheckMode.DROP) {
                dropped.add(new Dropped(one.text(), List.of(new Finding(Kind.JUDGE, one.text()))));
            } else {
                show(one.text(), one.items(), one.flagged() || refused);
            }
        }
        passed.clear();
    }

    /** What the reply cost. */
    void cost(LlmReply reply) {
        tokens += reply.tokens();
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
        if (unjudged) {
            notices.add(new Notice(Notice.Kind.UNJUDGED));
        }
        if (!flagged.isEmpty()) {
            notices.add(new Notice(Notice.Kind.FLAGGED, flagged));
        }
        return notices;
    }
}
