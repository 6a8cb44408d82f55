package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.Sentence;
import dev.sanad.text.SentenceSplitter;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

class SegmenterTest {
    private final Segmenter segmenter = new Segmenter();

    private static Article article(String text) {
        return Article.of(new ArticleHead(new ArticleId("a"), "عنوان", "fa", "", null, null), text);
    }

    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> sentences = Arbitraries.strings()
                .withChars("ابپت ج\u200C۱")
                .ofMaxLength(400)
                .map(words -> words + ". ");
        return Arbitraries.oneOf(
                Arbitraries.strings(), sentences.list().ofMaxSize(30).map(list -> String.join("", list)));
    }

    @Property(tries = 300)
    void everySentenceIsInSomePassageAndEveryPassageIsWhole(@ForAll("texts") String text) {
        Article article = article(text);
        List<Passage> passages = segmenter.passages(article);
        for (int i = 0; i < passages.size(); i++) {
            Passage passage = passages.get(i);
            assertThat(passage.id().ordinal()).isEqualTo(i);
            assertThat(passage.head()).isEqualTo(article.head());
            int end = passage.start() + passage.text().length();
            assertThat(passage.text()).isEqualTo(article.text().substring(passage.start(), end));
            assertThat(passage.sentences().getFirst().start()).isEqualTo(passage.start());
            assertThat(passage.sentences().getLast().end()).isEqualTo(end);
            assertThat(passage.text().length() <= Segmenter.LONGEST
                            || passage.sentences().size() == 1)
                    .isTrue();
        }
        List<Sentence> held = passages.stream()
                .flatMap(passage -> passage.sentences().stream())
                .distinct()
                .toList();
        assertThat(held).isEqualTo(new SentenceSplitter().split(article.text()));
    }

    @Test
    void aPassageBeginsWithTheLastSentenceOfTheOneBefore() {
        String sentence = "کلمه ".repeat(59) + "پایان. ";
        List<Passage> passages = segmenter.passages(article(sentence.repeat(5)));
        assertThat(passages).hasSize(4);
        for (int i = 1; i < passages.size(); i++) {
            assertThat(passages.get(i).sentences().getFirst())
                    .isEqualTo(passages.get(i - 1).sentences().getLast());
        }
    }

    @Test
    void aSentenceTooLongToShareStandsAlone() {
        String text = "ا".repeat(700) + ". " + "ب".repeat(700) + ".";
        assertThat(segmenter.passages(article(text)))
                .hasSize(2)
                .allSatisfy(passage -> assertThat(passage.sentences()).hasSize(1));
    }

    @Test
    void aTextWithoutWordsHasNoPassage() {
        assertThat(segmenter.passages(article(" \n\n "))).isEmpty();
    }
}
