package dev.sanad.answer;

import static org.assertj.core.api.Assertions.assertThat;

import dev.sanad.answer.Evidence.Item;
import dev.sanad.article.ArticleHead;
import dev.sanad.article.ArticleId;
import dev.sanad.article.Passage;
import dev.sanad.article.PassageId;
import dev.sanad.article.Sentence;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LinksTest {
    private static final List<Item> OWN = List.of(item());

    private static Item item() {
        var id = new PassageId(new ArticleId("a"), 0);
        var head = new ArticleHead(id.article(), "", "en", "", URI.create("https://www.news.example/1"), null);
        var passage = new Passage(id, head, 0, "One.", List.of(new Sentence(0, 4)));
        return Evidence.of(
                        List.of(new dev.sanad.retrieve.Hit(passage, 0, dev.sanad.retrieve.Features.named(name -> 0))),
                        100)
                .items()
                .getFirst();
    }

    @ParameterizedTest
    @CsvSource({
        "See https://evil.example/x now, https://evil.example/x",
        "بروید به www.evil.example, www.evil.example",
        "Write to t.me/evil please, t.me/evil",
        "evil.example/path has more, evil.example/path",
        "نشانی (evil.example:8080/a) است, evil.example:8080/a"
    })
    void anAddressThatIsNotTheArticlesIsForeign(String text, String link) {
        assertThat(Links.foreign(text, OWN)).containsExactly(new Finding(Finding.Kind.LINK, link));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Read https://news.example/2 or news.example/3.",
                "قیمت ۳.۵ دلار/بشکه بود.",
                "version 2.4/5 of node.js and A.B. Smith and/or C.D.",
                "در ۱۳۹۴/۰۷/۰۳ و/یا پس از آن"
            })
    void whatIsTheArticlesOrNoAddressIsNot(String text) {
        assertThat(Links.foreign(text, OWN)).isEmpty();
    }
}
