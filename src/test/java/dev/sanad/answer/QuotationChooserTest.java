package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.ExpectedAnswer.Found;
import dev.sanad.answer.QuotationChooser.Chosen;
import dev.sanad.answer.SentenceScorer.Candidate;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.retrieve.QueryPlan.Expects;
import dev.sanad.text.SentenceSplitter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class QuotationChooserTest {
    private static final SentenceFeatures NOTHING = SentenceFeatures.named(name -> 0);
    private static final Found FOUND = new Found(Expects.NUMBER, new Span(0, 2), 1);

    private static List<Candidate> candidates(String... texts) {
        var candidates = new ArrayList<Candidate>();
        for (int t = 0; t < texts.length; t++) {
            var id = new PassageId(new ArticleId("a" + t), 0);
            var head = new ArticleHead(id.article(), "", "en", "", null, null);
            var passage = new Passage(id, head, 0, texts[t], new SentenceSplitter().split(texts[t]));
            for (int i = 0; i < passage.sentences().size(); i++) {
                boolean leans = passage.textOf(passage.sentences().get(i)).startsWith("He ");
                candidates.add(new Candidate(passage, i, leans, 0, List.of(), FOUND, NOTHING));
            }
        }
        return candidates;
    }

    private static List<String> chosen(List<Candidate> candidates, double... probabilities) {
        return new QuotationChooser(candidates, probabilities)
                .choose(3, List.of()).stream().map(Chosen::text).toList();
    }

    @Test
    void theMostLikelySentenceStandsAloneWhereNothingElseMayAnswer() {
        assertThat(chosen(candidates("One came. Two went. Three stayed."), .01, .98, .01))
                .containsExactly("Two went.");
    }

    @Test
    void furtherQuotationsFollowWhileTheyMayAnswer() {
        assertThat(chosen(candidates("One came.", "Two went.", "Three stayed.", "Four ran."), .04, .88, .05, .03))
                .containsExactly("Two went.", "Three stayed.", "One came.");
    }

    @Test
    void aSentenceThatLeansBringsTheOneBeforeItAlong() {
        List<Candidate> candidates = candidates("Ali spoke. He went. All left.");

        List<Chosen> chosen = new QuotationChooser(candidates, new double[] {.01, .98, .01}).choose(3, List.of());

        assertThat(chosen).extracting(Chosen::text).containsExactly("Ali spoke. He went.");
        assertThat(chosen.getFirst().highlight()).isEqualTo(new Span(11, 13));
    }

    @Test
    void neighboursThatMayAnswerAreQuotedTogether() {
        assertThat(chosen(candidates("One came. Two went. Three stayed."), .2, .5, .3))
                .containsExactly("One came. Two went. Three stayed.");
    }

    @Test
    void aQuotationNeitherGrowsWithoutEndNorReachesIntoAnotherArticle() {
        String sentence = "Some " + "words ".repeat(40) + "here.";
        String leaning = "He " + "others ".repeat(40) + "there.";
        assertThat(chosen(candidates(sentence + " " + leaning), .1, .9)).containsExactly(leaning, sentence);
        assertThat(chosen(candidates("One came.", "He went."), .1, .9)).containsExactly("He went.", "One came.");
    }

    @Test
    void aReprintIsNotQuotedTwice() {
        assertThat(chosen(candidates("One came.", "One came.", "Two went."), .5, .4, .1))
                .containsExactly("One came.", "Two went.");
    }

    @Test
    void aReprintWithAWordMoreIsNoFurtherQuotation() {
        String first = "پل قدیمی رود پهن را شهردار روز جمعه برای ۳۴۰ خودرو باز کرد.";
        String more = first.replace("را شهردار", "را همچنین شهردار");
        String otherNumber = first.replace("۳۴۰", "۴۳۰");
        String otherName = first.replace("شهردار", "فرماندار");
        String denied = first.replace("باز کرد", "باز نکرد");

        assertThat(chosen(candidates(first, more, otherNumber), .6, .2, .2)).containsExactly(first, otherNumber);
        assertThat(chosen(candidates(first, otherName, denied), .6, .2, .2)).containsExactly(first, otherName, denied);
    }
}
