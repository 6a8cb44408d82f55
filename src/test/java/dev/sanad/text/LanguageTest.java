package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LanguageTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        تهران                                            | fa
        طرح ایران برای یمن چند ماده دارد؟                | fa
        قيمت دلار در بازار آزاد چند است                  | fa
        الهام علي اف كيست                                | fa
        البته الهام به تهران آمد                         | fa
        شرکت Saltcell در تهران دفتر دارد                 | fa
        لە هەولێر کۆبوونەوەیەک کرا                       | und
        یہ کتاب کہاں ہے اور اس کی قیمت کیا ہے، بڑا      | und
        زه په کابل کې ډېر ښه ژوند کوم                    | und
        أعلنت وزارة الخارجية في القاهرة عن الاتفاق       | und
        Who invited Iran's defence minister?             | en
        The word سند means a document in Persian         | en
        Café                                             | en
        ۱۳۹۴ 12 ٣٤                                       | und
        ?!                                               | und
        東京                                             | und
        ''                                               | und
        """)
    void isToldByLetters(String text, String tag) {
        assertThat(Language.of(text).tag()).isEqualTo(tag);
        assertThat(Language.of(text).locale().toLanguageTag()).isEqualTo(tag);
    }
}
