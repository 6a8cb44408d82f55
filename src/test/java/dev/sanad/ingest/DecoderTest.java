package dev.sanad.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class DecoderTest {
    private static final Charset WINDOWS_1256 = Charset.forName("windows-1256");
    private static final String PERSIAN = "ابپتثجچحخدذرزژسشصضطظعغفقکگلمنوهیآئؤءيك\u200c،؛؟«»۰۱۲۳٠١٢ ";
    private static final String ENGLISH = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789.,;:!?'\"()- ";

    /** Bytes written out, so that no encoder of the same JDK can be wrong in the same way. */
    @ParameterizedTest
    @CsvSource({
        "D3 E1 C7 E3, سلام",
        "81 8D 8E 90, پچژگ",
        "8E C7 E1 E5 20 C8 C7 D1 ED CF, ژاله باريد",
        "98 CA C7 C8 9D E5 C7 ED 20 81 CF D1, کتاب\u200cهاي پدر",
        "90 DD CA BA 20 AB C8 E1 E5 BB 20 E6 20 D1 DD CA, گفت؛ «بله» و رفت",
    })
    void readsPersianBytesOfWindows1256(String hex, String text) throws RefusedException {
        assertThat(Decoder.decode(HexFormat.ofDelimiter(" ").parseHex(hex))).isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        windows-1256 | وزارت نيرو اعلام کرد: برق 12 روستا وصل شد.
        windows-1256 | گزارشگر «پيک» از ژاپن: Tokyo Motor Show با 300 خودرو پايان يافت
        windows-1256 | قال وزير الخارجية إن المحادثات ستستأنف غداً في القاهرة
        ISO-8859-6   | قال وزير الخارجية إن المحادثات ستستأنف غدا في القاهرة
        ISO-8859-6   | وصل الوفد إلى بغداد، ثم غادر
        windows-1252 | “The café stays open,” said Zoë – until 9 p.m.
        windows-1252 | The naïve résumé of a señor costs £12
        UTF-16LE     | دولت لایحهٔ بودجه را به مجلس برد
        UTF-16BE     | دولت لایحهٔ بودجه را به مجلس برد
        UTF-16LE     | The ferry sails again
        UTF-32       | دولت لایحهٔ بودجه را به مجلس برد
        """)
    void recognisesAnEncodingThatNothingNames(String charset, String text) throws RefusedException {
        byte[] bytes = text.getBytes(Charset.forName(charset));
        boolean needsMark = charset.equals("UTF-32");
        assertThat(Decoder.decode(needsMark ? marked(text, "UTF-32LE", "FFFE0000") : bytes))
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource({"UTF-8, EFBBBF", "UTF-16LE, FFFE", "UTF-16BE, FEFF", "UTF-32LE, FFFE0000", "UTF-32BE, 0000FEFF"})
    void aByteOrderMarkIsNoPartOfTheText(String charset, String mark) throws RefusedException {
        assertThat(Decoder.decode(marked("خبر", charset, mark))).isEqualTo("خبر");
    }

    @ParameterizedTest
    @ValueSource(strings = {"windows-1251", "windows-1253", "windows-1255", "KOI8-R", "GBK", "Shift_JIS", "IBM864"})
    void refusesEncodingsOfOtherScripts(String charset) {
        String text = switch (charset) {
            case "windows-1251", "KOI8-R" -> "Правительство внесло проект бюджета в парламент";
            case "windows-1253" -> "Η κυβέρνηση κατέθεσε τον προϋπολογισμό στη βουλή";
            case "windows-1255" -> "הממשלה הגישה את הצעת התקציב לכנסת";
            case "GBK" -> "政府向议会提交了预算草案，讨论将于下周开始";
            case "Shift_JIS" -> "政府は予算案を国会に提出した。審議は来週始まる";
            default -> "ﻗﺎﻝ ﻭﺯﻳﺮ ﻏﺪﺍ ﻓﻲ ﺍﻟﻘﺎﻫﺮﺓ";
        };
        assertThatThrownBy(() -> Decoder.decode(text.getBytes(Charset.forName(charset))))
                .isInstanceOf(RefusedException.class)
                .hasMessageStartingWith("is not text in a known encoding")
                .hasMessageEndingWith("; save it as UTF-8");
    }

    @Test
    void markupDoesNotHideThatItsTextIsForeign() {
        byte[] page = ("<html><head><title>news</title></head><body class='page'>" + "<div><p></p></div>".repeat(50)
                        + "<p>Правительство внесло проект бюджета</p></body></html>")
                .getBytes(Charset.forName("KOI8-R"));
        assertThatThrownBy(() -> Decoder.decode(page)).isInstanceOf(RefusedException.class);
    }

    @Test
    void saysWhatARefusedFileLooksLike() {
        byte[] russian = "Правительство внесло проект бюджета в парламент, и депутаты его обсуждают"
                .repeat(3)
                .getBytes(Charset.forName("windows-1251"));
        assertThatThrownBy(() -> Decoder.decode(russian)).hasMessageContaining("(looks like windows-1251)");
    }

    @Test
    void refusesAPictureWhateverItsNameSays() throws IOException {
        byte[] picture = HexFormat.of()
                .parseHex("89504E470D0A1A0A0000000D49484452000000100000001008060000001FF3FF610000001D49444154");
        assertThat(Reading.refusal("a.txt", picture)).contains("NUL bytes");
        assertThat(Reading.refusal("a.md", picture)).contains("NUL bytes");
        assertThat(Reading.refusal("a.html", picture)).contains("NUL bytes");
        assertThat(Reading.refusal("a.json", picture)).contains("NUL bytes");
        assertThat(Reading.refusal("a.jsonl", picture)).contains("NUL bytes");
    }

    @Test
    void refusesRandomBytesEvenWithoutControlCharacters() {
        var random = new Random(7);
        for (int i = 0; i < 500; i++) {
            byte[] bytes = new byte[64 + random.nextInt(1000)];
            for (int j = 0; j < bytes.length; j++) {
                int b = 32 + random.nextInt(224);
                bytes[j] = (byte) (b == 127 ? 32 : b);
            }
            assertThatThrownBy(() -> Decoder.decode(bytes)).isInstanceOf(RefusedException.class);
        }
    }

    @Test
    void refusesUtf8ThatWasDamagedBefore() {
        byte[] damaged = "خبر \uFFFD\uFFFD\uFFFD از \uFFFD\uFFFD تهران".getBytes(StandardCharsets.UTF_8);
        assertThatThrownBy(() -> Decoder.decode(damaged)).hasMessageContaining("valid UTF-8");
    }

    @Test
    void keepsTextOfAnyLanguageThatIsUtf8() throws RefusedException {
        String text = "政府は予算案を国会に提出した。 Правительство 🙂";
        assertThat(Decoder.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
    }

    @Test
    void believesADeclarationOnlyWhereItReadsRight() throws RefusedException {
        String text = "گزارش روزنامه از بازار تهران";
        byte[] bytes = text.getBytes(WINDOWS_1256);
        assertThat(Decoder.decode(bytes, WINDOWS_1256)).isEqualTo(text);
        assertThat(Decoder.decode(bytes, StandardCharsets.ISO_8859_1)).isEqualTo(text);
        assertThat(Decoder.decode(bytes, Charset.forName("windows-1251"))).isEqualTo(text);
        assertThat(Decoder.decode(bytes, StandardCharsets.UTF_8)).isEqualTo(text);
    }

    @Property(tries = 500)
    void utf8AndUtf16ComeBackAsTheyWere(@ForAll("texts") String text) throws RefusedException {
        assertThat(Decoder.decode(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
        assertThat(Decoder.decode(marked(text, "UTF-8", "EFBBBF"))).isEqualTo(text);
        assertThat(Decoder.decode(marked(text, "UTF-16LE", "FFFE"))).isEqualTo(text);
        assertThat(Decoder.decode(marked(text, "UTF-16BE", "FEFF"))).isEqualTo(text);
    }

    @Property(tries = 500)
    void runsOfWordsOfTheSeedsComeBackFromWindows1256(@ForAll("seedWords") String words) throws RefusedException {
        String text = new String(words.getBytes(WINDOWS_1256), WINDOWS_1256);
        assertThat(Decoder.decode(text.getBytes(WINDOWS_1256))).isEqualTo(text);
    }

    @Provide
    Arbitrary<String> texts() {
        return Arbitraries.strings()
                .withChars((PERSIAN + ENGLISH + "\n").toCharArray())
                .ofMaxLength(200);
    }

    /** Three words and more of a Persian seed, in the letters that windows-1256 has. */
    @Provide
    Arbitrary<String> seedWords() throws IOException {
        String text = Files.readString(Path.of("seeds/fa-yemen-plan.md"))
                + Files.readString(Path.of("seeds/fa-new-lizard.md")).split("---", 3)[2];
        String words = text.split("---", 3)[2]
                .replace('ی', 'ي')
                .replace("ۀ", "ه")
                .replace("\u0654", "")
                .replaceAll("[۰-۹٫]", "7");
        List<String> all = List.of(words.trim().split("\\s+"));
        return Arbitraries.integers()
                .between(0, all.size() - 4)
                .flatMap(from -> Arbitraries.integers()
                        .between(from + 3, Math.min(all.size(), from + 40))
                        .map(to -> String.join(" ", all.subList(from, to))));
    }

    private static byte[] marked(String text, String charset, String mark) {
        byte[] head = HexFormat.of().parseHex(mark);
        byte[] body = text.getBytes(Charset.forName(charset));
        byte[] all = java.util.Arrays.copyOf(head, head.length + body.length);
        System.arraycopy(body, 0, all, head.length, body.length);
        return all;
    }
}
