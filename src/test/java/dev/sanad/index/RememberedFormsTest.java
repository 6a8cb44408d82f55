package dev.sanad.index;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.apache.lucene.analysis.tokenattributes.CharTermAttributeImpl;
import org.apache.lucene.util.BytesRef;
import org.junit.jupiter.api.Test;

class RememberedFormsTest {
    private final RememberedForms remembered = new RememberedForms();

    private Forms of(String word) {
        return of(List.of(word))[0];
    }

    private Forms[] of(List<String> words) {
        var read = new ReadWords(1);
        for (String word : words) {
            var term = new CharTermAttributeImpl();
            term.append(word);
            read.add(term, false, 0);
        }
        return remembered.of(read);
    }

    private static String light(Forms forms) {
        var term = new BytesRef();
        assertThat(forms.show(Form.LIGHT, term)).isTrue();
        return term.utf8ToString();
    }

    @Test
    void aWordIsMadeOnce() {
        assertThat(of("کتابها")).isSameAs(of("کتابها"));
        assertThat(light(of("کتابها"))).isEqualTo("کتاب");
    }

    @Test
    void eachOfManyWordsGetsItsOwn() {
        List<String> words =
                IntStream.range(0, 300).mapToObj(i -> "w" + i % 200).toList();
        assertThat(of(words)).extracting(Forms::word).containsExactlyElementsOf(words);
    }

    /** Far more words than there is room for, in many threads: each still gets its own forms. */
    @Test
    void noWordGetsTheFormsOfAnother() throws Exception {
        try (ExecutorService pool = Executors.newFixedThreadPool(4)) {
            List<Callable<List<String>>> all = IntStream.range(0, 4)
                    .<Callable<List<String>>>mapToObj(thread -> () -> IntStream.range(0, 200_000)
                            .mapToObj(i -> "w" + (i * (thread + 1)) % 150_000)
                            .filter(word -> !of(word).word().equals(word)
                                    || !light(of(word)).equals(word))
                            .toList())
                    .toList();
            for (var wrong : pool.invokeAll(all)) {
                assertThat(wrong.get()).isEmpty();
            }
        }
    }
}
