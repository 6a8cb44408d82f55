package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.article.Article;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Sentence;
import dev.sanad.index.Analysis.Term;
import dev.sanad.index.PassageWords.Placed;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.apache.lucene.analysis.TokenStream;
import org.apache.lucene.analysis.tokenattributes.BytesTermAttribute;
import org.apache.lucene.analysis.tokenattributes.PositionIncrementAttribute;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PassageWordsTest {
    private static final Analysis ANALYSIS = new Analysis();
    private static final int STRIDE = PassageWords.STRIDE;

    private static ArticleHead head(String title) {
        return new ArticleHead(new ArticleId("a"), title, "fa", "", null, null);
    }

    /** The first of an article's passages. */
    private static Passage passage(String title, String text) {
        return new Segmenter().passages(Article.of(head(title), text)).getFirst();
    }

    private static Passage oneSentence(String text) {
        return new Passage(
                new PassageId(new ArticleId("a"), 0), head(""), 0, text, List.of(new Sentence(0, text.length())));
    }

    /** Each word as {@code word@sentence+place}. */
    private static String placed(Passage passage) {
        return new PassageWords(ANALYSIS)
                .of(passage).stream()
                        .map(one -> one.word() + "@" + one.position() / STRIDE + "+" + one.position() % STRIDE)
                        .collect(Collectors.joining(" "));
    }

    /** What Lucene is given of a form, each term as {@code term@position}. */
    private static String terms(Form form, List<Placed> placed) {
        return terms(form, placed, null);
    }

    private static String terms(Form form, List<Placed> placed, @Nullable TokenStream used) {
        var found = new ArrayList<String>();
        try (var stream = PlacedTerms.of(form, placed, used)) {
            var term = stream.getAttribute(BytesTermAttribute.class);
            var increment = stream.getAttribute(PositionIncrementAttribute.class);
            int position = -1;
            stream.reset();
            while (stream.incrementToken()) {
                position += increment.getPositionIncrement();
                found.add(term.getBytesRef().utf8ToString() + "@" + position);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join(" ", found);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        قیمت یورو | باران بارید. برف آمد. | قیمت@0+0 قیمت@0+0 یورو@0+1 یورو@0+1 باران@1+0 بارید@1+1 برف@2+0 آمد@2+1
        ''        | باران بارید.          | باران@1+0 بارید@1+1
        باران     | باران.                | باران@0+0 باران@0+0 باران@1+0
        علی‌اف    | دیدار علی‌اف امروز.    | علی@0+0 علی@0+0 علیاف@0+0 علیاف@0+0 اف@0+1 اف@0+1 دیدار@1+0 علی@1+1 علیاف@1+1 اف@1+2 امروز@1+3
        و در به   | و در به. باران.       | باران@1+0
        ''        | از باران. به برف.     | باران@1+0 برف@2+0
        """)
    void theTitleStandsTwiceBeforeTheSentences(String title, String text, String expected) {
        assertThat(placed(passage(title, text))).isEqualTo(expected.replace('آ', 'ا'));
    }

    @Test
    void aFunctionWordWithinASentenceLeavesItsPlaceEmpty() {
        assertThat(placed(passage("", "باران و برف."))).isEqualTo("باران@1+0 برف@1+2");
    }

    @Test
    void theEndOfALongTitleSharesTheLastOfItsPlaces() {
        String title = words(STRIDE + 20);
        List<Placed> placed = new PassageWords(ANALYSIS).of(passage(title, "باران."));

        assertThat(placed).hasSize(2 * (STRIDE + 20) + 1);
        assertThat(placed.subList(2 * (STRIDE - 1), 2 * (STRIDE + 20)))
                .allSatisfy(one -> assertThat(one.position()).isEqualTo(STRIDE - 1));
        assertThat(placed.getLast().position()).isEqualTo(STRIDE);
    }

    @Test
    void theSentenceAfterALongOneBeginsAtTheNextMultiple() {
        String text = words(2 * STRIDE + 1) + ". باران.";
        List<Placed> placed = new PassageWords(ANALYSIS)
                .of(new Passage(
                        new PassageId(new ArticleId("a"), 0),
                        head(""),
                        0,
                        text,
                        List.of(
                                new Sentence(0, text.lastIndexOf(' ')),
                                new Sentence(text.lastIndexOf(' ') + 1, text.length()))));

        assertThat(placed.get(2 * STRIDE).position()).isEqualTo(3 * STRIDE);
        assertThat(placed.getLast().position()).isEqualTo(4 * STRIDE);
    }

    @Test
    void aLaterPassageCountsItsOwnSentences() {
        String sentence = "جملهٔ شمارهٔ یک دربارهٔ آب و هوا و باران است.";
        Article article = Article.of(head(""), (sentence + " ").repeat(60).strip());
        List<Passage> passages = new Segmenter().passages(article);

        assertThat(passages).hasSizeGreaterThan(2).allSatisfy(passage -> {
            List<Placed> placed = new PassageWords(ANALYSIS).of(passage);
            assertThat(placed.getFirst().position()).isEqualTo(STRIDE);
            assertThat(placed.getLast().position() / STRIDE)
                    .isEqualTo(passage.sentences().size());
        });
    }

    private static String words(int count) {
        var words = new StringBuilder();
        for (int i = 0; i < count; i++) {
            words.append(i == 0 ? "" : " ").append("واژه").append(i);
        }
        return words.toString();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LIGHT        | باران@0 باران@0 کتاب@128 علی@129 علیاف@129 اف@130 tehran@131
        TRUNCATED    | بارا@0 بارا@0 علیا@129
        PERSIAN_NAME | brn@0 brn@0 ktb@128 lf@129
        LATIN_NAME   | trn@131
        """)
    void aFormStandsWhereItsWordDoes(Form form, String expected) {
        Passage passage = passage("باران", "کتاب‌ها علی‌اف Tehran.");
        assertThat(terms(form, new PassageWords(ANALYSIS).of(passage))).isEqualTo(expected);
    }

    @Test
    void aStreamIsUsedAgainForItsFormAlone() {
        List<Placed> first = new PassageWords(ANALYSIS).of(passage("", "باران بارید. برف آمد."));
        List<Placed> second = new PassageWords(ANALYSIS).of(passage("باران", "تگرگ."));
        try (var used = PlacedTerms.of(Form.LIGHT, first, null)) {
            terms(Form.LIGHT, first, used);
            assertThat(PlacedTerms.of(Form.LIGHT, second, used)).isSameAs(used);
            assertThat(terms(Form.LIGHT, second, used)).isEqualTo(terms(Form.LIGHT, second));
            assertThat(terms(Form.TRUNCATED, second, used)).isEqualTo(terms(Form.TRUNCATED, second));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        LIGHT        | باران@0 برف@129 tehran@130 tehran@131
        TRUNCATED    | بارا@0
        PERSIAN_NAME | brn@0 brf@129
        LATIN_NAME   | trn@131
        """)
    void ofEachWordTheFirstIsKeptWhereOnlyPresenceCounts(Form form, String expected) {
        Passage passage = passage("باران باران", "باران برف. tehran Tehran برف tehran Tehran باران.");
        assertThat(terms(form, PassageWords.distinct(new PassageWords(ANALYSIS).of(passage))))
                .isEqualTo(expected);
    }

    @Test
    void onlyAWordThatBeginsWithACapitalIsALatinNameWhateverWasReadBefore() {
        assertThat(terms(
                        Form.LATIN_NAME,
                        new PassageWords(ANALYSIS).of(passage("", "The baker met Baker. A baker met Baker."))))
                .isEqualTo("bkr@130 bkr@258");
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars("ابپتحخدرسشعفقکلمنوهی\u200C\u200C   ..؟!\n,AbCd12۳يك")
                .ofMaxLength(400)
                .filter(text ->
                        !new Segmenter().passages(Article.of(head(""), text)).isEmpty());
    }

    @Property(tries = 300)
    void everyWordIsThereAndPositionsNeverGoDown(@ForAll("texts") String text, @ForAll("texts") String title) {
        String line = title.replace('\n', ' ');
        Passage passage = passage(line, text);
        List<Placed> placed = new PassageWords(ANALYSIS).of(passage);
        List<Term> ofTitle = ANALYSIS.words(line);
        List<Term> ofText = ANALYSIS.words(passage.text());

        assertThat(placed).extracting(Placed::position).isSorted();
        assertThat(placed.stream().filter(one -> one.position() < STRIDE).map(Placed::word))
                .containsExactlyElementsOf(ofTitle.stream()
                        .flatMap(term -> List.of(term.text(), term.text()).stream())
                        .toList());
        assertThat(placed.stream().filter(one -> one.position() >= STRIDE).map(Placed::word))
                .containsExactlyElementsOf(ofText.stream().map(Term::text).toList());
    }

    @Property(tries = 300)
    void wordsOfOneSentenceAreAsFarApartAsInTheText(@ForAll("texts") String text) {
        Passage passage = oneSentence(text.replace('\n', ' '));
        List<Term> terms = ANALYSIS.words(passage.text());
        List<Placed> placed = new PassageWords(ANALYSIS).of(passage);
        for (int i = 1; i < placed.size(); i++) {
            assertThat(placed.get(i).position() - placed.get(i - 1).position())
                    .isEqualTo(terms.get(i).position() - terms.get(i - 1).position());
        }
    }
}
