package dev.sanad.answer;

import dev.sanad.config.Settings.CheckMode;
import java.util.List;

/**
 * Says of a claim whether some sentences carry it, on the path that a model's answer takes: cut into statements, each of which
 * is attributed to the sentences that carry it. Safe for many threads.
 */
public final class ClaimCheck {
    private final SupportCheck check;

    public ClaimCheck(SupportCheck check) {
        this.check = check;
    }

    /**
     * What was found.
     *
     * @param findings why a part of the claim would be dropped; empty for a claim that would be shown whole
     */
    public record Verdict(boolean supported, List<Finding> findings) {
        public Verdict {
            findings = List.copyOf(findings);
        }
    }

    /** @param evidence sentences, of which the claim may rest on up to three */
    public Verdict check(String claim, List<String> evidence) {
        var attribution = new Attribution(check, Evidence.ofSentences(evidence));
        var draft = new Draft(
                "",
                attribution,
                new PromptEcho("", PromptData.boundary()),
                CheckMode.DROP,
                CitationBook.ofWhatIsGiven(),
                Answerer.Listener.SILENT,
                false);
        draft.accept(claim);
        draft.finish();
        List<Finding> findings = draft.dropped().stream()
                .flatMap(dropped -> dropped.reasons().stream())
                .toList();
        return new Verdict(findings.isEmpty() && !draft.claims().isEmpty(), findings);
    }
}
