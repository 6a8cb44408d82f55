package dev.sanad.retrieve;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analysis;
import dev.sanad.index.Form;
import dev.sanad.text.Folding;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class VariantsTest {
    @ParameterizedTest
    @CsvSource({
        "مدارس, مدرسه",
        "مدرسه, مدارس",
        "شهدا, شهید",
        "قوانین, قانون",
        "رؤسا, رئیس",
        "امپراطور, امپراتور",
        "طهران, تهران",
        "علیف, علیاف",
        "علیاف, علیف",
        "گورباچف, گورباچوف",
        "گورباچوف, گورباچف"
    })
    void aWordHasItsOtherForms(String word, String other) {
        assertThat(Variants.of(stem(word))).contains(stem(other));
    }

    @ParameterizedTest
    @CsvSource({"کیف", "باف", "زلزله", "کف", "ایران"})
    void otherWordsHaveNone(String word) {
        assertThat(Variants.of(stem(word))).doesNotContain(stem(word)).isEmpty();
    }

    private static String stem(String word) {
        return Analysis.form(Form.LIGHT, Folding.key(word));
    }
}
