package dev.sanad.conversation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.index.Analysis;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.store.Turn;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CarryingRewriterTest {
    private static final CarryingRewriter REWRITER = new CarryingRewriter(new QueryPlanner(new Analysis()));

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        وزیر دفاع ایران به کجا رفت؟            | او به دعوت چه کسی رفت؟        | وزیر دفاع ایران
        وزیر دفاع ایران به کجا رفت؟            | با کی دیدار کرد؟              | وزیر دفاع ایران
        وزیر دفاع ایران به کجا رفت؟            | چرا؟                         | وزیر دفاع ایران
        قیمت دلار در بازار آزاد چقدر شد؟       | و یورو؟                      | قیمت دلار بازار آزاد
        قیمت دلار در بازار آزاد چقدر شد؟       | یورو چطور؟                   | قیمت دلار بازار آزاد
        زلزله سنگدشت کی رخ داد؟               | آن‌جا چند نفر زخمی شدند؟       | زلزله سنگدشت
        در تیر ۱۳۹۴ چه توافقی امضا شد؟         | کجا بود؟                     | توافقی امضا تیر ۱۳۹۴
        Who is the minister of Vardania?    | When did he sign the accord? | minister Vardania
        Who is the minister of Vardania?    | And of Solmark?              | minister Vardania
        What does Saltcell make?            | What about its price?        | Saltcell
        What will a trip with it cost? (ferry Lake Oren) | How long does it take? | ferry Lake Oren
        And of Solmark? (minister Vardania) | When did he sign it?         | Solmark minister Vardania
        او کی به باکو رفت؟ (وزیر دفاع)        | با کی دیدار کرد؟              | وزیر دفاع
        """)
    void aFollowUpCarriesWhatTheQuestionBeforeWasAbout(String before, String question, String carried) {
        assertThat(rewritten(before, question)).isEqualTo(question + " (" + carried + ")");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        وزیر دفاع ایران به کجا رفت؟            | قیمت یورو در بازار آزاد تهران چقدر است؟
        زلزله سنگدشت کی رخ داد؟               | این روزها قیمت طلا در بازار تهران چقدر است؟
        Who is the minister of Vardania?    | How many people were hurt in the Sangdasht earthquake?
        Who is the minister of Vardania?    | What is this new sodium battery made of?
        """)
    void anotherQuestionStaysAsItIs(String before, String question) {
        assertThat(rewritten(before, question)).isEqualTo(question);
    }

    @Test
    void theFirstQuestionOfAConversationHasNothingToCarry() {
        assertThat(REWRITER.rewrite("او کیست؟", List.of()).question()).isEqualTo("او کیست؟");
    }

    private static String rewritten(String before, String question) {
        var older = new Turn("نام سوسمار تازه چیست؟", "پاسخ");
        return REWRITER.rewrite(question, List.of(older, new Turn(before, "پاسخ")))
                .question();
    }
}
