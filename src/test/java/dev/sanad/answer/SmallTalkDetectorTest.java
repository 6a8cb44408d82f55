package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer.SmallTalk;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SmallTalkDetectorTest {
    private final SmallTalkDetector detector = new SmallTalkDetector();

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        سلام                       | GREETING
        سلام!!                     | GREETING
        سلام علیکم                 | GREETING
        سلام دوست عزیز             | GREETING
        سلام، خوبی؟                | GREETING
        درود بر شما                | GREETING
        صبح بخیر                   | GREETING
        شب‌بخیر                    | GREETING
        حالت چطوره؟                | GREETING
        چه خبر؟                    | GREETING
        خسته نباشید                | GREETING
        خداحافظ                    | GREETING
        salam                      | GREETING
        Salam khoobi?              | GREETING
        Hi                         | GREETING
        hello there!               | GREETING
        Good morning, bot          | GREETING
        How are you?               | GREETING
        ممنون                      | THANKS
        خیلی ممنون از شما           | THANKS
        سلام و سپاس                | THANKS
        مرسیی 🙏                   | THANKS
        مرسی 🙏                    | THANKS
        دستت درد نکنه              | THANKS
        دمت گرم                    | THANKS
        عالی بود، ممنون            | THANKS
        kheili mamnoon             | THANKS
        mersi                      | THANKS
        Thanks a lot!              | THANKS
        thank you so much for your help | THANKS
        ok                         | THANKS
        👍                         | EMPTY
        ؟                          | EMPTY
        ...                        | EMPTY
        """)
    void whatSaysNothingElseIsSmallTalk(String text, SmallTalk expected) {
        assertThat(detector.detect(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "سلام، رئیس‌جمهور آذربایجان کیست؟",
                "Hi, who won?",
                "روزنامه سلام",
                "سپاس از پلیس برای چه بود؟",
                "صبح جمعه",
                "زلزله",
                "7",
                "good answer",
                "for you"
            })
    void aQuestionIsNone(String text) {
        assertThat(detector.detect(text)).isNull();
    }
}
