package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumberSpellingsTest {
    @ParameterizedTest
    @CsvSource({
        "0, صفر, zero",
        "1, یک, one",
        "12, دوازده, twelve",
        "18, هجده, eighteen",
        "20, بیست, twenty",
        "30, سی, thirty",
        "90, نود, ninety",
    })
    void eachSpellingHasTheOthers(String digits, String persian, String english) {
        assertThat(NumberSpellings.others(digits)).containsExactlyInAnyOrder(persian, english);
        assertThat(NumberSpellings.others(persian)).containsExactlyInAnyOrder(digits, english);
        assertThat(NumberSpellings.others(english)).containsExactlyInAnyOrder(digits, persian);
    }

    @ParameterizedTest
    @CsvSource({"100, صد", "صد, 100"})
    void aHundredIsNoWordOfItsOwnInEnglish(String word, String other) {
        assertThat(NumberSpellings.others(word)).containsExactly(other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "دوم", "دومین", "second", "هزار", "million", "21", "101", "1000", "012", "۱۲", "باران"})
    void anyOtherWordHasNone(String word) {
        assertThat(NumberSpellings.others(word)).isEmpty();
    }

    @Property
    void aSpellingOfASpellingIsTheNumberAgain(@ForAll @IntRange(min = 0, max = 100) int number) {
        List<String> others = NumberSpellings.others(String.valueOf(number));
        assertThat(others).allSatisfy(other -> {
            assertThat(NumberSpellings.others(other))
                    .contains(String.valueOf(number))
                    .doesNotContain(other);
            assertThat(Folding.key(other)).isEqualTo(other);
        });
        assertThat(others.isEmpty()).isEqualTo(number > 20 && number % 10 != 0);
    }
}
