package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analysis.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AnalysisTest {
    private static final Analysis ANALYSIS = new Analysis();

    private static void check(Form field, String text, String expected) {
        assertThat(String.join(" ", ANALYSIS.termTexts(field, text))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        می‌روم            | روم
        می روم            | روم
        مي\u00ADروم       | روم
        کتاب‌ها           | کتاب
        کتاب ها           | کتاب
        \u200Cکتاب\u200C\u200Cها\u200C | کتاب
        ها\u200Cی          | ی
        می\u200Cکتاب\u200Cها | کتاب
        می\u200Cهم\u200Cها | ''
        می\u200Cگفت\u200Cزنی\u200Cها | گفت گفتزنی زنی
        كتاب‌هاي          | کتاب
        کتاب‌هایشان       | کتاب
        بزرگ‌ترین         | بزرگ
        خانه‌ای           | خانه
        خانۀ              | خانه
        خانهٔ              | خانه
        رئیس              | رییس
        رییس              | رییس
        مسأله             | مسیله
        مسئله             | مسیله
        مسؤولان           | مسیولان
        مسئولان           | مسیولان
        هیئت              | هیات
        هيأت              | هیات
        سئوال             | سوال
        ﻛﺘﺎﺏ              | کتاب
        ﷲ                 | الله
        پیامبر ﷺ گفت      | پیامبر ﷺ گفت
        ﺳﻼﻡ               | سلام
        کتـــاب           | کتاب
        کت\u200Fاب        | کتاب
        مُحَمَّد             | محمد
        ۱۳۹۴              | 1394
        ١٬٢٣٤             | 1234
        1,234             | 1234
        ۱٬۲۳۴٫۵           | 1234.5
        Tehran            | tehran
        ＴＥＨＲＡＮ      | tehran
        علی‌اف            | علی علیاف اف
        گفت‌وگو           | گفت گفتگو گو
        گفتگو             | گفت گفتگو گو
        گفتوگوها          | گفت گفتگو گو
        گفت‌وگوی          | گفت گفتگو گو
        هزار‌تومن          | هزار هزارتومان تومان
        پیش‌گفتگو‌ها        | پیش پیشگفتگو گفت گو
        ها‌بلیط            | بلیت
        جستجوگر           | جست جستجوگر جوگر
        هم‌اکنون          | اکنون هماکنون
        این‌که            | اینکه
        و از به که        | ''
        ها‌ها             | هاها
        """)
    void exactFoldsAndPartsCompounds(String text, String expected) {
        check(Form.EXACT, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        می‌روم            | روم
        میروم             | روم
        نمی‌روم           | روم
        نمیروم            | روم
        کتابها            | کتاب
        کتاب‌ها           | کتاب
        کتابهایشان        | کتاب
        کتاب‌هایشان       | کتاب
        کتابشان           | کتاب
        بزرگترین          | بزرگ
        بزرگتر            | بزرگ
        ایرانی            | ایران
        ایران             | ایران
        تهران             | تهران
        تهرانی            | تهران
        زبان              | زبان
        استان             | استان
        دختر              | دختر
        دفتر              | دفتر
        علی               | علی
        میلیاردی          | میلیارد
        میلیارد           | میلیارد
        میدانی            | میدان
        رانندگان          | راننده
        Tehran            | tehran
        ۱۲                | 12
        """)
    void lightTakesInflectionOff(String text, String expected) {
        check(Form.LIGHT, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        دانشگاه           | دانش
        دانشگاه‌ها        | دانش
        کتاب              | کتاب
        ۱۳۹۴۰۴۲۲          | ''
        Azerbaijan        | ''
        علی‌اف            | علیا
        """)
    void truncatedKeepsFourLettersOfAnArabicWordOfFourOrMore(String text, String expected) {
        check(Form.TRUNCATED, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        Saltcell's batteries       | saltcel batteri
        the injured people         | injur peopl
        شرکت Saltcell در تهران ۱۲  | شرکت saltcel تهران 12
        """)
    void lightStemsEnglishByItsOwnRules(String text, String expected) {
        check(Form.LIGHT, text, expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        او می‌روم گفت              | می‌روم
        این کتـــاب‌ها‌ی خوب       | کتـــاب‌ها‌ی
        «علی‌اف»                   | علی‌اف
        (ﺳﻼﻡ)                      | ﺳﻼﻡ
        ١٬٢٣٤ نفر                  | ١٬٢٣٤
        در گفتگو بود               | گفتگو
        """)
    void everyTermKeepsTheWholeSurfaceWord(String text, String surface) {
        for (Form field : List.of(Form.EXACT, Form.LIGHT)) {
            assertThat(ANALYSIS.terms(field, text))
                    .extracting(term -> text.substring(term.start(), term.end()))
                    .contains(surface);
        }
    }

    @Test
    void aCompoundsJoinedFormHasThePositionOfItsFirstPart() {
        assertThat(ANALYSIS.terms(Form.EXACT, "دیدار علی‌اف امروز"))
                .containsExactly(
                        new Term("دیدار", 0, 5, 0),
                        new Term("علی", 6, 12, 1),
                        new Term("علیاف", 6, 12, 1),
                        new Term("اف", 6, 12, 2),
                        new Term("امروز", 13, 18, 3));
    }

    @Property
    void everyTermLiesWithinTheText(@ForAll String text) {
        for (Form field : Form.values()) {
            int start = 0;
            int position = 0;
            for (Term term : ANALYSIS.terms(field, text)) {
                assertThat(term.text()).isNotEmpty();
                assertThat(term.start()).isGreaterThanOrEqualTo(start);
                assertThat(term.end()).isGreaterThan(term.start()).isLessThanOrEqualTo(text.length());
                assertThat(term.position()).isGreaterThanOrEqualTo(position);
                start = term.start();
                position = term.position();
            }
        }
    }

    /** Any characters at all, lone surrogates and what is not seen among them. */
    @Provide
    Arbitrary<String> anything() {
        Arbitrary<String> units =
                Arbitraries.strings().withCharRange('\u0000', '\uFFFF').ofMaxLength(30);
        Arbitrary<String> points = Arbitraries.integers()
                .between(0, Character.MAX_CODE_POINT)
                .list()
                .ofMaxSize(20)
                .map(all -> all.stream().map(Character::toString).collect(Collectors.joining()));
        Arbitrary<String> invisible = Arbitraries.strings()
                .withChars(
                        "\u200C\u200D\u200E\u200F\u202B\u202E\u2066\u2069\uFEFF\u00AD\u00ACـًٔ\u0301\uD800\uDC00\uFDFA\u0000")
                .ofMaxLength(10);
        return Arbitraries.oneOf(units, points, invisible, words(), Arbitraries.strings())
                .list()
                .ofMaxSize(5)
                .map(parts -> String.join("", parts));
    }

    @Property
    void readsAnythingWithItsOffsetsInOrder(@ForAll("anything") String text) {
        int end = 0;
        for (Term term : ANALYSIS.words(text)) {
            assertThat(term.start()).isGreaterThanOrEqualTo(0);
            assertThat(term.end()).isGreaterThan(term.start()).isBetween(end, text.length());
            end = term.end();
        }
    }

    @Property
    void aTermIsReadFromItsOwnPlace(@ForAll("words") String text) {
        for (Term term : ANALYSIS.words(text)) {
            String surface = text.substring(term.start(), term.end());
            assertThat(ANALYSIS.words(surface)).extracting(Term::text).contains(term.text());
        }
    }

    @Property
    void everyFormIsMadeOfTheWordsAndStandsWhereTheyDo(@ForAll("anything") String text) {
        List<Term> words = ANALYSIS.words(text);
        for (Form form : Form.values()) {
            List<Term> made = ANALYSIS.terms(form, text);
            assertThat(made).hasSizeLessThanOrEqualTo(words.size());
            for (Term term : made) {
                assertThat(words)
                        .anyMatch(word -> word.position() == term.position()
                                && word.start() == term.start()
                                && word.end() == term.end());
            }
        }
    }

    @Property
    void whatStandsBeforeAndAfterAWordChangesNothing(@ForAll("words") String text) {
        List<String> alone = ANALYSIS.termTexts(Form.EXACT, text);
        assertThat(ANALYSIS.termTexts(Form.EXACT, "«" + text + "» باران")).isEqualTo(plus(alone, "باران"));
    }

    private static List<String> plus(List<String> some, String one) {
        var all = new ArrayList<>(some);
        all.add(one);
        return all;
    }

    @Property
    void spellingChangesNothing(@ForAll("words") String text) {
        String retyped =
                text.replace('ی', 'ي').replace('ک', 'ك').replace('1', '۱').replace('3', '٣');
        for (Form form : List.of(Form.EXACT, Form.LIGHT, Form.TRUNCATED, Form.PERSIAN_NAME)) {
            assertThat(ANALYSIS.termTexts(form, retyped)).isEqualTo(ANALYSIS.termTexts(form, text));
        }
    }

    @Provide
    Arbitrary<String> words() {
        return Arbitraries.strings()
                .withChars("ابپتجچحخدرزسشعفقکگلمنوهیيكةآأإؤئءـًِ\u200C\u200Fabcz۱٢3,٬هایمیو")
                .ofMaxLength(20);
    }

    @Property
    void anExactTermStaysAsItIs(@ForAll("words") String text) {
        for (Term term : ANALYSIS.terms(Form.EXACT, text)) {
            assertThat(ANALYSIS.termTexts(Form.EXACT, term.text())).contains(term.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"ا", "ا\u200C", "\uD800", "1,", "\uFDFA", "هایی", "گفتگو"})
    void readsALongRunOfTheSame(String unit) {
        for (Form field : Form.values()) {
            assertThat(ANALYSIS.terms(field, unit.repeat(20_000)))
                    .allSatisfy(term -> assertThat(term.text()).hasSizeLessThan(10_000));
        }
    }
}
