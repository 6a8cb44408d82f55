package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkeletonTest {
    @ParameterizedTest
    @CsvSource({
        "آذربایجان, Azerbaijan",
        "تهران, Tehran",
        "حسن\u200Cاف, Hasanov",
        "علی\u200Cاف, Aliyev",
        "سنگ\u200Cدشت, Sangdasht",
        "دهقان, Dehghan",
        "قطر, Qatar",
        "خاتمی, Khatami",
        "شیراز, Shiraz",
        "الکس, Alex",
        "جورج, George",
        "فیلیپ, Philip",
        "اردوغان, Erdoğan",
        "مولر, Müller",
        "لاوروف, Lavrov",
        "محمد, Mohammad",
        "بغداد, Baghdad",
        "ژنو, Geneva",
        "ﺗﻬﺮﺍﻥ, Tehran",
    })
    void isAlikeInBothScripts(String persian, String latin) {
        assertThat(Skeleton.of(persian)).isEqualTo(Skeleton.of(latin)).hasSizeGreaterThanOrEqualTo(2);
    }

    @ParameterizedTest
    @CsvSource({"تهران, Berlin", "علی\u200Cاف, Putin", "شیراز, Tabriz", "ایران, Iraq"})
    void differsBetweenNames(String persian, String latin) {
        assertThat(Skeleton.of(persian)).isNotEqualTo(Skeleton.of(latin));
    }

    @ParameterizedTest
    @CsvSource({"''", "و", "آه", "a", "you", "«»"})
    void ofAWordWithoutConsonantsIsShort(String word) {
        assertThat(Skeleton.of(word).replaceAll("[«»]", "")).isEmpty();
    }
}
