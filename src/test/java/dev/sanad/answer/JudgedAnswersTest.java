package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.langchain4j.data.message.UserMessage;
import dev.sanad.answer.Answer.Cited;
import dev.sanad.answer.Answer.NotFound;
import dev.sanad.answer.Finding.Kind;
import dev.sanad.config.Settings.CheckMode;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.Llm;
import dev.sanad.llm.LlmException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What reaches a reader of what a model wrote and another judged. */
class JudgedAnswersTest {
    private static final String QUESTION = "طرح ایران برای یمن چند ماده دارد؟";
    private static final String FIRST = "طرح ایران برای یمن چهار ماده دارد.";
    private static final String SECOND = "دهقان دریای خزر را «دریای صلح و دوستی» نامید.";
    private static final String ALTERED = "طرح ایران برای یمن ۵ ماده دارد.";
    private static SeedArchive seeds;
    private final ScriptedLlm writer = ScriptedLlm.saying(FIRST + " " + ALTERED + " " + SECOND);

    @BeforeAll
    static void index(@TempDir Path folder) throws Exception {
        seeds = new SeedArchive(folder);
    }

    @AfterAll
    static void close() throws Exception {
        seeds.close();
    }

    private Response ask(CheckMode mode, Llm judge) throws Exception {
        return seeds.ask(seeds.judged(mode, judge, writer), QUESTION);
    }

    private static List<String> texts(Response response) {
        return response.answer() instanceof Cited cited
                ? cited.claims().stream().map(Claim::text).toList()
                : List.of();
    }

    @Test
    void itIsShownWhatTheCheckHasPassedAndItsQuotations() throws Exception {
        var judge = ScriptedLlm.saying("1 yes\n2 yes");
        Response response = ask(CheckMode.DROP, judge);

        String prompt = ((UserMessage) judge.asked().getFirst().getLast()).singleText();
        assertThat(prompt.lines()).contains("sentence 1: " + FIRST, "sentence 2: " + SECOND);
        assertThat(prompt.lines()).anyMatch(line -> line.startsWith("> طرح ایران برای یمن چهار ماده دارد: آتش"));
        assertThat(prompt).doesNotContain(ALTERED, "sentence 3");
        assertThat(texts(response)).containsExactly(FIRST, SECOND);
        assertThat(response.notices()).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"1 no\n2 yes", "1: no.\n2: yes", "۱ no\n۲ yes", "Here it is:\n1. No\n2. Yes", "1) no"})
    void whatItRefusesIsDroppedAndTheQuotationsAreNumberedAnew(String ruling) throws Exception {
        Response response = ask(CheckMode.DROP, ScriptedLlm.saying(ruling));

        assertThat(texts(response)).containsExactly(SECOND);
        assertThat(((Cited) response.answer()).citations())
                .singleElement()
                .extracting(Citation::number)
                .isEqualTo(1);
        assertThat(response.dropped()).contains(new Dropped(FIRST, List.of(new Finding(Kind.JUDGE, FIRST))));
    }

    @Test
    void itAddsNothing() throws Exception {
        Response response = ask(CheckMode.DROP, ScriptedLlm.saying("1 yes\n2 yes\n3 yes\n" + ALTERED));

        assertThat(texts(response)).containsExactly(FIRST, SECOND);
    }

    @Test
    void whenItRefusesAllNothingIsAnswered() throws Exception {
        Response response = ask(CheckMode.DROP, ScriptedLlm.saying("1 no\n2 no"));

        assertThat(response.answer()).isInstanceOf(NotFound.class);
        assertThat(response.dropped()).hasSize(3);
    }

    @Test
    void inFlagModeWhatItRefusesIsShownWithAWarning() throws Exception {
        Response response = ask(CheckMode.FLAG, ScriptedLlm.saying("1 yes\n2 no"));

        assertThat(texts(response)).containsExactly(FIRST, SECOND);
        assertThat(response.notices()).containsExactly(new Notice(Notice.Kind.FLAGGED, List.of(SECOND)));
    }

    @Test
    void withoutAVerdictTheSentencesStandAsTheCheckPassedThemAndTheReaderIsTold() throws Exception {
        for (Llm judge : List.of(
                ScriptedLlm.failing("a:b", "1 no", LlmException.Kind.UNAUTHORIZED),
                ScriptedLlm.saying("I cannot say."))) {
            Response response = ask(CheckMode.DROP, judge);

            assertThat(texts(response)).containsExactly(FIRST, SECOND);
            assertThat(response.notices()).containsExactly(new Notice(Notice.Kind.UNJUDGED));
        }
    }

    @Test
    void nothingIsStreamedBeforeItHasSpoken() throws Exception {
        List<String> heard = new ArrayList<>();
        var judge = ScriptedLlm.saying("1 yes\n2 no");
        Answerer answerer = seeds.judged(CheckMode.DROP, judge, writer);
        answerer.answer(SeedArchive.question(QUESTION), (claim, citations) -> {
            assertThat(judge.asked()).as("when a sentence is shown").hasSize(1);
            heard.add(claim.text());
        });

        assertThat(heard).containsExactly(FIRST);
    }

    @Test
    void whatACutAnswerHadSaidIsJudgedToo() throws Exception {
        var cut = ScriptedLlm.failing("a:b", FIRST + " " + SECOND + " وی افزود که این", LlmException.Kind.CUT);
        var chain = new FallbackChain(List.of(cut), Duration.ofSeconds(1));
        Response response = seeds.ask(seeds.judged(CheckMode.DROP, ScriptedLlm.saying("1 no\n2 yes"), chain), QUESTION);

        assertThat(texts(response)).containsExactly(SECOND);
        assertThat(response.notices()).extracting(Notice::kind).containsExactly(Notice.Kind.CUT);
    }
}
