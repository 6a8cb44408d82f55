package dev.sanad.text;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FoldingTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', ignoreLeadingAndTrailingWhitespace = true, textBlock = """
        علي               | علی
        علی               | علی
        موسى              | موسی
        كتاب              | کتاب
        ڪتاب              | کتاب
        رئیس              | رییس
        مؤسسه             | موسسه
        تأثير             | تاثیر
        آب                | اب
        إسلام             | اسلام
        ٱلله              | الله
        مكة               | مکه
        خانۀ              | خانه
        خانهٔ              | خانه
        جزء               | جز
        بہتر              | بهتر
        مُحَمَّد             | محمد
        کتـــاب           | کتاب
        ﻛﺘﺎب              | کتاب
        ﯾﮏ                | یک
        Tehran            | tehran
        ÉCOLE             | école
        0123456789        | 0123456789
        ۰۱۲۳۴۵۶۷۸۹        | 0123456789
        ٠١٢٣٤٥٦٧٨٩        | 0123456789
        ०१२३४५६७८९        | 0123456789
        ০১২৩৪৫৬৭৮৯        | 0123456789
        ０１２３４５６７８９  | 0123456789
        ۲٫۵               | 2.5
        """)
    void mapsTheWaysToWriteALetterToOne(String written, String expected) {
        assertThat(Folding.fold(written)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200E", "200F", "061C", "202A", "202B", "202C", "202D", "202E", "2066", "2069", "200D", "FEFF", "0640"})
    void dropsWhatIsNotSeen(String hexadecimal) {
        char invisible = (char) Integer.parseInt(hexadecimal, 16);
        assertThat(Folding.fold("کت" + invisible + "اب")).isEqualTo("کتاب");
    }

    @Test
    void takesTheSoftHyphenAndTheNotSignForAZwnj() {
        assertThat(Folding.fold("می\u00ADروم")).isEqualTo("می\u200Cروم");
        assertThat(Folding.fold("می\u00ACروم")).isEqualTo("می\u200Cروم");
    }

    @Test
    void looksAWordUpWithoutItsZwnj() {
        assertThat(Folding.key("كتاب\u200Cهاي")).isEqualTo("کتابهای");
    }

    @Property
    void foldingTwiceIsFoldingOnce(@ForAll String text) {
        String once = Folding.fold(text);
        assertThat(Folding.fold(once)).isEqualTo(once);
        assertThat(Folding.key(Folding.key(text))).isEqualTo(Folding.key(text));
    }

    @Test
    void everyUnitFoldsToWhatStaysAsItIs() {
        for (int c = 0; c <= Character.MAX_VALUE; c++) {
            char folded = Folding.fold((char) c);
            assertThat(Folding.fold(folded)).as("U+%04X", c).isEqualTo(folded);
        }
    }

    @Property
    void foldingInPlaceKeepsEveryOffset(@ForAll String text) {
        String folded = Folding.foldInPlace(text);
        assertThat(folded).hasSameSizeAs(text);
        for (int i = 0; i < text.length(); i++) {
            char c = Folding.fold(text.charAt(i));
            assertThat(folded.charAt(i)).isEqualTo(c == 0 ? Folding.ZWNJ : c);
        }
    }
}
