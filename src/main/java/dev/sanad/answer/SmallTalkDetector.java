package dev.sanad.answer;

import dev.sanad.answer.Answer.SmallTalk;
import dev.sanad.text.Folding;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells greetings and thanks from questions. A message is small talk only when nothing else is in it. */
public final class SmallTalkDetector {
    private static final Set<String> GREETINGS = Set.of(
            "سلام",
            "درود",
            "سلام علیکم",
            "علیک سلام",
            "سلام خوبی",
            "سلام خوبید",
            "خوبی",
            "خوبید",
            "صبح بخیر",
            "عصر بخیر",
            "شب بخیر",
            "روز بخیر",
            "وقت بخیر",
            "خداحافظ",
            "hi",
            "hello",
            "hey",
            "good morning",
            "good evening",
            "good afternoon",
            "how are you",
            "bye",
            "goodbye");
    private static final Set<String> THANKS = Set.of(
            "ممنون",
            "ممنونم",
            "مرسی",
            "متشکرم",
            "متشکر",
            "سپاس",
            "سپاسگزارم",
            "تشکر",
            "خیلی ممنون",
            "دستت درد نکنه",
            "دمت گرم",
            "thanks",
            "thank you",
            "thx",
            "many thanks",
            "thank you very much");
    private static final int LONGEST = 60;

    /** Null when the text may be a question. */
    public @Nullable SmallTalk detect(String text) {
        if (text.codePoints().noneMatch(Character::isLetterOrDigit)) {
            return SmallTalk.EMPTY;
        }
        if (text.length() > LONGEST) {
            return null;
        }
        String words = Folding.fold(text)
                .replace(Folding.ZWNJ, ' ')
                .replaceAll("[^\\p{L}\\p{Nd}]+", " ")
                .strip();
        if (GREETINGS.contains(words)) {
            return SmallTalk.GREETING;
        }
        return THANKS.contains(words) ? SmallTalk.THANKS : null;
    }
}
