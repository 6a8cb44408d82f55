package dev.sanad.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Prompts;
import dev.sanad.answer.SeedArchive;
import dev.sanad.config.Endpoint;
import dev.sanad.config.Provider;
import dev.sanad.config.Secret;
import dev.sanad.config.Settings;
import dev.sanad.conversation.CarryingRewriter;
import dev.sanad.conversation.DefaultConversations;
import dev.sanad.conversation.FollowUpRewriter;
import dev.sanad.conversation.Rewriter;
import dev.sanad.index.Analysis;
import dev.sanad.llm.Aimock;
import dev.sanad.llm.FallbackChain;
import dev.sanad.llm.Llm;
import dev.sanad.llm.Llms;
import dev.sanad.retrieve.QueryPlanner;
import dev.sanad.store.Database;
import dev.sanad.store.DatabaseTurns;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Conversations of a question and six follow-ups, with a language model and without. */
class FollowUpsTest {
    private static final long READER = 501;
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    /**
     * A turn of a conversation.
     *
     * @param alone the question as a model writes it out
     * @param said what a model answers; it names no evidence
     * @param found what the answer shows
     */
    private record Turn(String asked, String alone, String said, String found) {}

    private static final List<Turn> PERSIAN = List.of(
            new Turn("زلزله سنگدشت چند ریشتر بود؟", "", "زمین‌لرزهٔ سنگ‌دشت ۵٫۱ در مقیاس ریشتر بود.", "۵٫۱"),
            new Turn("کی رخ داد؟", "زلزله سنگدشت کی رخ داد؟", "این زلزله ساعت ۴ و ۳۷ دقیقه رخ داد.", "۴ و ۳۷ دقیقه"),
            new Turn(
                    "کانون آن کجا بود؟",
                    "کانون زلزله سنگدشت کجا بود؟",
                    "کانون این زمین‌لرزه روی گسل «دره‌سرخ» بوده است.",
                    "دره‌سرخ"),
            new Turn(
                    "و چند پس‌لرزه ثبت شد؟",
                    "پس از زلزله سنگدشت چند پس‌لرزه ثبت شد؟",
                    "شش پس‌لرزه ثبت شده است.",
                    "شش پس‌لرزه"),
            new Turn(
                    "آن‌جا چند نفر جمعیت دارد؟",
                    "سنگدشت چند نفر جمعیت دارد؟",
                    "سنگ‌دشت نزدیک به ۴۱ هزار نفر جمعیت دارد.",
                    "۴۱ هزار نفر"),
            new Turn(
                    "آخرین زلزلهٔ بزرگ آن کی بود؟",
                    "آخرین زلزلهٔ بزرگ سنگدشت کی بود؟",
                    "آخرین زلزلهٔ بزرگ این شهرستان در سال ۱۳۸۲ روی داد.",
                    "۱۳۸۲"),
            new Turn(
                    "چند چادر میانشان پخش شد؟",
                    "پس از زلزله سنگدشت چند چادر میان خانواده‌ها پخش شد؟",
                    "جمعیت هلال احمر ۳۰۰ چادر میان خانواده‌ها پخش کرده است.",
                    "۳۰۰ چادر"));

    private static final List<Turn> ENGLISH = List.of(
            new Turn(
                    "Which countries reopen the ferry across Lake Oren?",
                    "",
                    "Vardania and Solmark reopen the passenger ferry across Lake Oren.",
                    "Vardania and Solmark"),
            new Turn(
                    "Why was it suspended?",
                    "Why was the ferry across Lake Oren suspended?",
                    "The ferry was suspended in 2014 after a quarrel over fishing rights.",
                    "fishing rights"),
            new Turn(
                    "And when does the first ship sail?",
                    "When does the first ship of the Lake Oren ferry sail?",
                    "The first ship is to sail on 3 May next year.",
                    "3 May"),
            new Turn(
                    "What will a round trip with it cost?",
                    "What will a round trip with the Lake Oren ferry cost?",
                    "A round trip will cost 24 dollars.",
                    "24 dollars"),
            new Turn(
                    "And how long does the crossing take?",
                    "How long does the crossing with the Lake Oren ferry take?",
                    "The crossing takes two hours and ten minutes.",
                    "two hours and ten minutes"),
            new Turn(
                    "How many people did it carry a year?",
                    "How many people did the Lake Oren ferry carry a year?",
                    "The ferry carried some 210,000 people a year.",
                    "210,000 people"),
            new Turn(
                    "What did its minister say about the lake?",
                    "What did Vardania's minister say about Lake Oren?",
                    "Vardania's minister, Petra Olanu, said that a lake should join those who live on its shores.",
                    "Petra Olanu"));

    private final Path folder;

    FollowUpsTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void inPersianWithoutAModel() throws Exception {
        converseWithoutAModel("fa", PERSIAN);
    }

    @Test
    void inEnglishWithoutAModel() throws Exception {
        converseWithoutAModel("en", ENGLISH);
    }

    @Test
    void inPersianWithAModel() throws Exception {
        converseWithAModel("fa", PERSIAN, "آغاز آخرین پرسش\n", "آغاز پرسش\n");
    }

    @Test
    void inEnglishWithAModel() throws Exception {
        converseWithAModel("en", ENGLISH, "last question begins\n", " question begins\n");
    }

    private void converseWithoutAModel(String language, List<Turn> turns) throws Exception {
        try (var seeds = new SeedArchive(folder.resolve("index"));
                var talk = talk(seeds.extractive(), new CarryingRewriter(new QueryPlanner(new Analysis())))) {
            for (FakeBotApi.Sent answer : converse(talk, language, turns)) {
                assertThat(answer.visible()).doesNotContain("[۴]", "[4]");
            }
        }
    }

    private void converseWithAModel(String language, List<Turn> turns, String rewriting, String answering)
            throws Exception {
        List<Map<String, Object>> fixtures = new ArrayList<>();
        for (Turn turn : turns) {
            if (!turn.alone().isEmpty()) {
                fixtures.add(fixture(rewriting + turn.asked() + "\n", turn.alone()));
            }
        }
        for (Turn turn : turns) {
            String asked = turn.alone().isEmpty() ? turn.asked() : turn.alone();
            fixtures.add(fixture(answering + asked + "\n", turn.said()));
        }
        try (var seeds = new SeedArchive(folder.resolve("index"));
                var aimock = Aimock.start(config(fixtures))) {
            var endpoint = new Endpoint(Provider.OPENAI, "m", aimock.url().resolve("/v1"), new Secret("sk-test"), null);
            Llm llm = Llms.of(endpoint, 500, new Settings.Timeouts(PATIENCE, PATIENCE, PATIENCE));
            var rewriter = new FollowUpRewriter(
                    Prompts.load(Path.of("prompts")),
                    new FallbackChain(List.of(llm), PATIENCE),
                    new CarryingRewriter(new QueryPlanner(new Analysis())));
            try (var talk = talk(seeds.written(Settings.CheckMode.DROP, llm), rewriter)) {
                List<FakeBotApi.Sent> answers = converse(talk, language, turns);
                for (int i = 1; i < turns.size(); i++) {
                    String word = talk.hears(
                            READER,
                            answers.get(i),
                            talk.shown(answers.get(i)).data(language.equals("fa") ? "فهمیدم" : "understood"));
                    assertThat(word).isEqualTo(turns.get(i).alone());
                }
                assertThat(talk.shown(answers.getFirst()).buttons()).noneMatch(button -> button.contains("understood"));
                for (int i = 0; i < turns.size(); i++) {
                    String sentence = turns.get(i).said();
                    assertThat(answers.get(i).visible()).contains(sentence.substring(0, sentence.length() - 1));
                }
            }
        }
    }

    /** The bot is restarted in the middle: what was said before it is remembered. */
    private static List<FakeBotApi.Sent> converse(Talk talk, String language, List<Turn> turns) {
        List<FakeBotApi.Sent> answers = new ArrayList<>();
        for (Turn turn : turns) {
            if (answers.size() == turns.size() / 2) {
                talk.restart();
            }
            FakeBotApi.Sent answer = talk.says(READER, language, turn.asked());
            assertThat(answer.visible()).as(turn.asked()).contains(turn.found());
            answers.add(answer);
        }
        return answers;
    }

    private Talk talk(Answerer answerer, Rewriter rewriter) throws IOException {
        Path bot = Files.createDirectories(folder.resolve("bot"));
        return new Talk(bot, new DefaultConversations(answerer, new DatabaseTurns(Database.open(bot)), rewriter, 6));
    }

    private Path config(List<Map<String, Object>> fixtures) throws IOException {
        var json = new ObjectMapper();
        Path replies = folder.resolve("fixtures.json");
        json.writeValue(replies.toFile(), Map.of("fixtures", fixtures));
        Path config = folder.resolve("aimock.json");
        json.writeValue(
                config.toFile(),
                Map.of("port", 0, "llm", Map.of("fixtures", replies.toString(), "chunkSize", 6, "logLevel", "silent")));
        return config;
    }

    private static Map<String, Object> fixture(String prompt, String reply) {
        return Map.of("match", Map.of("userMessage", prompt), "response", Map.of("content", reply));
    }
}
