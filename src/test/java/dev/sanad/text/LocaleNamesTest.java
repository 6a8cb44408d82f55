package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.text.LocaleNames.Name;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LocaleNamesTest {
    private static final List<Name> NAMES = LocaleNames.all();

    @ParameterizedTest
    @CsvSource({
        "Russia, روسیه",
        "France, فرانسه",
        "Iran, ایران",
        "Kurdish, کردی",
        "Persian, فارسی",
        "Iranian Rial, ریال ایران",
        "Japanese Yen, ین ژاپن",
        "March, مارس",
        "May, مه",
        "Mordad, مرداد",
        "Ramadan, رمضان",
        "Muharram, محرم",
        "Saturday, شنبه",
        "Friday, جمعه",
    })
    void namesThingsInBothLanguages(String english, String persian) {
        assertThat(NAMES).contains(new Name(english, persian));
    }

    @Test
    void aNameIsInItsLanguageAndNoCode() {
        assertThat(NAMES).hasSizeGreaterThan(700).allSatisfy(name -> {
            assertThat(name.english()).isNotBlank().doesNotMatch("[a-z]{2,3}|[A-Z]{3}");
            assertThat(name.persian()).isNotBlank();
            assertThat(Language.of(name.persian())).isNotEqualTo(Language.ENGLISH);
            assertThat(Language.of(name.english())).isEqualTo(Language.ENGLISH);
        });
    }
}
