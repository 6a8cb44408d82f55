package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class Sha256SumsTest {
    private static final String A = "a".repeat(64);
    private static final String B = "b".repeat(64);

    @Test
    void textAndBinaryModeAndCapitalsAreRead() {
        check(A + "  model.onnx\n" + B + " *onnx/x y.onnx\n", Map.of("model.onnx", A, "onnx/x y.onnx", B));
        check(A.toUpperCase(java.util.Locale.ROOT) + "  ./model.onnx\r\n", Map.of("model.onnx", A));
    }

    @Test
    void whatIsNoChecksumIsPassedOver() {
        check("", Map.of());
        check("<html><body>Sign in</body></html>", Map.of());
        check("# sums\n" + A.substring(1) + "  model.onnx\n" + A + "\n" + A + "  \n" + B + "  b", Map.of("b", B));
    }

    @Test
    void namesThatHaveAChecksumComeFirst() {
        assertThat(Sha256Sums.parse(A + "  c").sort(List.of("a", "b", "c"))).containsExactly("c", "a", "b");
    }

    private static void check(String text, Map<String, String> expected) {
        assertThat(Sha256Sums.parse(text).byName()).isEqualTo(expected);
    }
}
