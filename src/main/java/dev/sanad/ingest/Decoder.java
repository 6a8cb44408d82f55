package dev.sanad.ingest;

import com.ibm.icu.text.CharsetDetector;
import com.ibm.icu.text.CharsetMatch;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Makes text of bytes, or refuses them: never text with holes, never noise. A byte order mark decides first, then
 * whether the bytes are UTF-8. Else every encoding that Persian and English texts have been kept in is tried, and the
 * one whose outcome reads most like such a text is taken, if it reads like one at all; statistics over bytes alone
 * fail on short texts and do not know Persian.
 */
final class Decoder {
    /** Below this, nothing has been recognised: other languages stay under .81, a few words of ours reach .89. */
    private static final double LEAST_SCORE = 0.84;

    /** How much better than what the file declares another encoding must read. */
    private static final double DECLARED_BONUS = 0.05;

    private static final int LEAST_CONFIDENCE = 20;

    /** Enough to recognise an encoding by; the whole is decoded strictly in any case. */
    private static final int SAMPLE = 1 << 16;

    private static final List<Charset> LEGACY = List.of(
            StandardCharsets.UTF_16LE,
            StandardCharsets.UTF_16BE,
            Charset.forName("windows-1256"),
            Charset.forName("ISO-8859-6"),
            Charset.forName("windows-1252"));

    /** @param start the bytes, as ISO-8859-1 */
    private record Mark(Charset charset, String start) {}

    // UTF-32 before UTF-16: FF FE begins both
    private static final List<Mark> MARKS = List.of(
            new Mark(StandardCharsets.UTF_8, "\u00EF\u00BB\u00BF"),
            new Mark(Charset.forName("UTF-32LE"), "\u00FF\u00FE\0\0"),
            new Mark(Charset.forName("UTF-32BE"), "\0\0\u00FE\u00FF"),
            new Mark(StandardCharsets.UTF_16LE, "\u00FF\u00FE"),
            new Mark(StandardCharsets.UTF_16BE, "\u00FE\u00FF"));

    private Decoder() {}

    static String decode(byte[] bytes) throws RefusedException {
        return decode(bytes, null);
    }

    /** @param declared what the file says of itself; believed where it makes sense */
    static String decode(byte[] bytes, @Nullable Charset declared) throws RefusedException {
        String head = new String(bytes, 0, Math.min(bytes.length, 4), StandardCharsets.ISO_8859_1);
        for (Mark mark : MARKS) {
            if (head.startsWith(mark.start)) {
                String text = strictly(bytes, mark.start.length(), mark.charset);
                if (text == null || !Plausibility.isText(text)) {
                    throw new RefusedException("begins as " + mark.charset + " and is not; save it as UTF-8");
                }
                return text;
            }
        }
        String utf8 = strictly(bytes, 0, StandardCharsets.UTF_8);
        if (utf8 != null && Plausibility.isText(utf8)) {
            return utf8;
        }
        String recognised = recognise(bytes, declared);
        if (recognised != null) {
            return recognised;
        }
        String guess = utf8 == null ? guess(bytes) : " (valid UTF-8, but full of characters that no text has)";
        throw new RefusedException("is not text in a known encoding" + guess + "; save it as UTF-8");
    }

    private static @Nullable String recognise(byte[] bytes, @Nullable Charset declared) {
        var candidates = new ArrayList<Charset>(LEGACY);
        if (declared != null && !candidates.contains(declared)) {
            candidates.add(declared);
        }
        String best = null;
        double bestScore = LEAST_SCORE;
        for (Charset candidate : candidates) {
            String text = strictly(bytes, 0, candidate);
            if (text == null || !Plausibility.isText(text)) {
                continue;
            }
            double score = Plausibility.score(text.length() > SAMPLE ? text.substring(0, SAMPLE) : text)
                    + (candidate.equals(declared) ? DECLARED_BONUS : 0);
            if (score > bestScore) {
                best = text;
                bestScore = score;
            }
        }
        return best;
    }

    /** Null where a byte has no meaning in that encoding. */
    private static @Nullable String strictly(byte[] bytes, int from, Charset charset) {
        try {
            return charset.newDecoder()
                    .onMalformedInput(CodingErrorAction.REPORT)
                    .onUnmappableCharacter(CodingErrorAction.REPORT)
                    .decode(ByteBuffer.wrap(bytes, from, bytes.length - from))
                    .toString();
        } catch (CharacterCodingException e) {
            return null;
        }
    }

    private static String guess(byte[] bytes) {
        for (byte b : bytes) {
            if (b == 0) {
                return " (it holds NUL bytes, as pictures and programs do)";
            }
        }
        var detector = new CharsetDetector();
        detector.setText(bytes.length > SAMPLE ? Arrays.copyOf(bytes, SAMPLE) : bytes);
        CharsetMatch match = detector.detect();
        return match == null || match.getConfidence() < LEAST_CONFIDENCE ? "" : " (looks like " + match.getName() + ")";
    }
}
