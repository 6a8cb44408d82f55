package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.sanad.article.Article;
import dev.sanad.index.Fields;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import org.apache.lucene.index.Term;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingsTest {
    /** Makes an archive one of two languages without sharing a word with any question here. */
    private static final Article PERSIAN = SmallIndex.article("fa", "", "ظظظظظ.");

    private static final Article ENGLISH = SmallIndex.article("en", "", "zzzzz.");

    @TempDir
    Path folder;

    /** Each reading that the archive has as {@code field:term+term^certainty}, words parted by a slash. */
    private static String shown(List<SearchedWord> words) {
        return words.stream()
                .map(word -> word.readings().stream().map(ReadingsTest::shown).collect(Collectors.joining(" ")))
                .collect(Collectors.joining(" / "));
    }

    private static String shown(Reading reading) {
        String terms = reading.terms().stream()
                .map(term -> (term.field().equals(Fields.LIGHT) ? "" : term.field() + ":") + term.text())
                .collect(Collectors.joining("+"));
        return terms + (reading.certainty() == 1 ? "" : "^" + reading.certainty());
    }

    private void check(String article, String question, String expected) throws IOException {
        try (var index = SmallIndex.of(folder, SmallIndex.article("a", "", article), PERSIAN, ENGLISH)) {
            assertThat(shown(index.read(question))).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        کتابها باز.        | کتاب‌هایشان        | کتاب
        دیدار علیاف.       | علی اف            | علیاف^0.9 / علیاف^0.9
        دیدار علی‌اف.       | علیاف             | علیاف trunc4:علیا^0.6
        دیدار علیاف.       | علی‌اف             | علیاف
        دیدار علیف.        | علی‌اف             | علیف^0.9
        مدارس باز شد.      | مدرسه             | مدارس^0.9
        دیدار علی اف.      | علی‌اف             | علی+اف
        یک کتابخانه.       | کتاب خانه         | trunc4:کتاب^0.6 کتابخانه^0.9 / کتابخانه^0.9
        دانشکده باز.       | دانشگاه           | trunc4:دانش^0.6
        گاز ارزان.         | گاز               | گاز
        باران بارید.       | برف               | ''
        """)
    void aWordStandsAsItIsJoinedOrCut(String article, String question, String expected) throws IOException {
        check(article, question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        دوازده نفر        | ۱۲            | دوازده^0.9
        12 نفر            | دوازده        | 12^0.9
        ١٢ نفر            | ۱۲            | 12
        twelve people     | 12            | twelv^0.9
        12 people         | twelve        | 12^0.9
        twelve people     | دوازده        | twelv^0.9
        دوازده نفر        | twelve        | دوازده^0.9
        صد نفر            | ۱۰۰           | صد^0.9
        101 نفر           | صد            | ''
        """)
    void aNumberStandsInDigitsOrInWords(String article, String question, String expected) throws IOException {
        check(article, question, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        سفر به سنگ‌دشت.            | Sangdasht      | names_fa:snktct^0.8
        سفر به سنگ‌دشت.            | sangdasht      | names_fa:snktct^0.8
        A trip to Sangdasht.      | سنگ‌دشت         | names_en:snktct^0.8
        A trip to Sangdasht.      | سنگدشت         | names_en:snktct^0.8
        A trip to sangdasht.      | سنگدشت         | ''
        سفر به آذربایجان.          | Azerbaijan     | names_fa:srbjn^0.8
        سفر به آذربایجان.          | azerbaijan     | names_fa:srbjn^0.8
        A trip to Azerbaijan.     | آذربایجان      | names_en:srbjn^0.8
        """)
    void aNameStandsInTheOtherScript(String article, String question, String expected) throws IOException {
        check(article, question, expected);
    }

    @Test
    void besideACapitalAWordInSmallLettersIsNoName() throws IOException {
        check("سفر مریم به سنگ‌دشت.", "sangdasht Maryam", " / names_fa:mrm^0.8");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        نخست‌وزیر آمد.             | prime minister           | نخست+وزیر^0.7 / نخست+وزیر^0.7 وزیر^0.7
        نخست‌وزیر آمد.             | Prime Ministers          | نخست+وزیر^0.7 / نخست+وزیر^0.7 وزیر^0.7
        The prime minister came.  | نخست‌وزیر                 | prime+minist^0.7
        The prime minister came.  | نخست وزیر                | prime+minist^0.7 / prime+minist^0.7 minist^0.7
        گاز روسیه.                | Russia                   | روسیه^0.7
        Gas of Russia.            | روسیه                    | russia^0.7
        Gas of Russia.            | روسیه‌ای                  | russia^0.7
        """)
    void anExpressionStandsInTheOtherLanguage(String article, String question, String expected) throws IOException {
        try (var index = SmallIndex.of(folder, SmallIndex.article("a", "", article), PERSIAN, ENGLISH)) {
            String translated = index.read(question).stream()
                    .map(word -> word.readings().stream()
                            .filter(reading -> reading.certainty() == 0.7)
                            .map(ReadingsTest::shown)
                            .distinct()
                            .collect(Collectors.joining(" ")))
                    .collect(Collectors.joining(" / "));
            assertThat(translated).isEqualTo(expected);
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        باران در سنگ‌دشت بارید.       | باران سنگ‌دشت        | 0
        باران در سنگ‌دشت بارید.       | rain in Sangdasht   | 1
        Rain fell in Sangdasht.      | rain in Sangdasht   | 0
        Rain fell in Sangdasht.      | باران سنگ‌دشت        | 1
        باران در سنگ‌دشت بارید.       | ۱۲۳                 | 0
        """)
    void looksAcrossOnlyWhereTheArchiveHasTheOtherLanguage(String article, String question, int looked)
            throws IOException {
        var asked = new AtomicInteger();
        try (var index = SmallIndex.of(folder, SmallIndex.article("a", "", article))) {
            List<SearchedWord> words = index.read(question, () -> {
                asked.incrementAndGet();
                return SmallIndex.LEXICON;
            });
            assertThat(Math.min(1, asked.get())).isEqualTo(looked);
            boolean across = words.stream()
                    .flatMap(word -> word.readings().stream())
                    .anyMatch(reading -> reading.certainty() == 0.7 || reading.certainty() == 0.8);
            assertThat(across).isEqualTo(looked == 1);
        }
    }

    @Test
    void aRareWordWeighsMoreAndOneThatNoPassageHasWeighsMost() throws IOException {
        try (var index = SmallIndex.of(
                folder,
                SmallIndex.article("a", "", "باران بارید."),
                SmallIndex.article("b", "", "باران و تگرگ بارید."))) {
            List<SearchedWord> words = index.read("باران تگرگ طوفان");

            assertThat(words).extracting(SearchedWord::frequency).containsExactly(2L, 1L, 0L);
            // ln(1 + (N - n + 0.5) / (n + 0.5)) with N = 2
            assertThat(words.get(0).weight()).isEqualTo(Math.log(1 + 0.5 / 2.5));
            assertThat(words.get(1).weight()).isEqualTo(Math.log(1 + 1.5 / 1.5));
            assertThat(words.get(2).weight()).isEqualTo(Math.log(1 + 2.5 / 0.5));
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, -1, 1.01, Double.NaN})
    void aReadingIsCertainToSomeDegree(double certainty) {
        List<Term> terms = List.of(new Term(Fields.LIGHT, "باران"));
        assertThatThrownBy(() -> new Reading(terms, certainty)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aReadingHasTerms() {
        assertThatThrownBy(() -> new Reading(List.of(), 1)).isInstanceOf(IllegalArgumentException.class);
    }
}
