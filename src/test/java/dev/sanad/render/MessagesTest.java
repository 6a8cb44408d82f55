package dev.sanad.render;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Notice;
import dev.sanad.text.Language;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.text.MessageFormat;
import java.util.Arrays;
import java.util.Locale;
import java.util.Objects;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{(\\d+)}");
    private static final Pattern LONE_APOSTROPHE = Pattern.compile("(?<!')'(?!')");
    private final Properties persian = load("fa");
    private final Properties english = load("en");

    @Test
    void bothLanguagesHaveTheSameTextsWithTheSamePlaceholders() {
        assertThat(persian.stringPropertyNames()).isEqualTo(english.stringPropertyNames());
        for (String key : english.stringPropertyNames()) {
            assertThat(placeholders(persian, key)).as(key).isEqualTo(placeholders(english, key));
        }
    }

    @Test
    void everyTextCanBeFormattedAndHasWords() {
        for (Properties texts : Set.of(persian, english)) {
            for (String key : texts.stringPropertyNames()) {
                assertThat(LONE_APOSTROPHE.matcher(texts.getProperty(key)).find())
                        .as(key)
                        .isFalse();
                assertThat(new MessageFormat(texts.getProperty(key), Locale.ROOT).format(new Object[] {"", "", "", ""}))
                        .as(key)
                        .isNotBlank();
            }
        }
    }

    @Test
    void everyNoticeAndEverySmallTalkHasItsText() {
        assertThat(english.stringPropertyNames())
                .containsAll(Arrays.stream(Notice.Kind.values())
                        .map(kind -> "notice." + kind.name().toLowerCase(Locale.ROOT))
                        .toList())
                .containsAll(Arrays.stream(Answer.SmallTalk.values())
                        .map(kind -> "small_talk." + kind.name().toLowerCase(Locale.ROOT))
                        .toList());
    }

    @Test
    void aNoticeIsFilledWithItsDetailsAsAReaderWritesThem() {
        var text = new NoticeText((published, language) -> language.tag() + ":" + published);

        assertThat(text.of(new Notice(Notice.Kind.WINDOW, "2015-07-03", "2015-07-04"), Messages.of(Language.ENGLISH)))
                .contains("en:2015-07-03", "en:2015-07-04");
        assertThat(text.of(new Notice(Notice.Kind.SOURCES_INCOMPLETE, "12"), Messages.of(Language.PERSIAN)))
                .contains("۱۲");
        assertThat(text.of(new Notice(Notice.Kind.OTHER_LANGUAGE, "en"), Messages.of(Language.PERSIAN)))
                .contains("انگلیسی");
        assertThat(text.of(new Notice(Notice.Kind.FLAGGED, "One.", "Two."), Messages.of(Language.ENGLISH)))
                .endsWith("“One.”, “Two.”");
    }

    private static Set<String> placeholders(Properties texts, String key) {
        Set<String> found = new TreeSet<>();
        PLACEHOLDER.matcher(texts.getProperty(key)).results().forEach(match -> found.add(match.group(1)));
        return found;
    }

    private static Properties load(String language) {
        var texts = new Properties();
        try (Reader in = new InputStreamReader(
                Objects.requireNonNull(Messages.class.getResourceAsStream("messages_" + language + ".properties")),
                StandardCharsets.UTF_8)) {
            texts.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return texts;
    }
}
