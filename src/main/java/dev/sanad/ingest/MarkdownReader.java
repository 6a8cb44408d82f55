package dev.sanad.ingest;

import dev.sanad.ingest.Fields.Field;
import java.io.IOException;
import java.io.StringReader;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Markdown, with YAML front matter or without. The text is the body as it is written, from its first line that is not
 * blank; the title that of the front matter, else the first heading of the first level, else the file's name.
 */
final class MarkdownReader implements ArticleReader {
    private static final Pattern FRONT_MATTER =
            Pattern.compile("\\A---[ \\t]*\\n(.*?)(?<=\\n)(?:---|\\.\\.\\.)[ \\t]*(?:\\n|\\z)", Pattern.DOTALL);
    private final ArticleMaker maker;

    MarkdownReader(ArticleMaker maker) {
        this.maker = maker;
    }

    @Override
    public void read(SourceFile file, ArticleSink sink) throws IOException {
        try {
            String text = Decoder.decode(Bytes.of(file)).replace("\r\n", "\n").replace('\r', '\n');
            var fields = new Fields();
            Matcher matter = FRONT_MATTER.matcher(text);
            boolean has = matter.find() && fill(fields, matter.group(1));
            String body = fromFirstLine(has ? text.substring(matter.end()) : text);
            fields.put(Field.TEXT, body);
            maker.make(fields, file.path(), file.path(), title(body, file.name()), sink);
        } catch (RefusedException e) {
            sink.refused(new Refusal(file.path(), e.reason()));
        }
    }

    private static String fromFirstLine(String text) {
        int start = 0;
        for (int i = 0; i < text.length() && Character.isWhitespace(text.charAt(i)); i++) {
            if (text.charAt(i) == '\n') {
                start = i + 1;
            }
        }
        return text.substring(start);
    }

    private static String title(String body, String name) {
        return body.lines()
                .filter(line -> line.startsWith("# "))
                .map(line -> line.substring(1).strip())
                .map(heading -> heading.endsWith(" #") ? heading.substring(0, heading.length() - 2) : heading)
                .filter(heading -> !heading.isBlank())
                .findFirst()
                .orElse(name);
    }

    /** False for what stands between two rules but is no mapping: then it belongs to the text. */
    private static boolean fill(Fields fields, String yaml) throws RefusedException {
        Node root;
        try {
            root = new Yaml(new LoaderOptions()).compose(new StringReader(yaml));
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            // the front matter begins on the file's second line
            String line = mark == null ? "" : " in line " + (mark.getLine() + 2);
            throw new RefusedException("has front matter that is not YAML" + line + ": " + e.getProblem());
        } catch (YAMLException e) {
            throw new RefusedException("has front matter that is not YAML: " + firstLine(e.getMessage()));
        }
        if (root == null) {
            return true;
        }
        if (!(root instanceof MappingNode mapping)) {
            return false;
        }
        for (var entry : mapping.getValue()) {
            if (entry.getKeyNode() instanceof ScalarNode key
                    && entry.getValueNode() instanceof ScalarNode value
                    && !value.getTag().equals(Tag.NULL)) {
                // a front matter's body, content or text is no article's text: that stands below it
                put(fields, key.getValue(), value.getValue());
            }
        }
        return true;
    }

    private static void put(Fields fields, String key, String value) {
        if (!Field.TEXT.isNamed(key)) {
            fields.put(key, value);
        }
    }

    private static String firstLine(@Nullable String message) {
        return Objects.requireNonNullElse(message, "").lines().findFirst().orElse("");
    }
}
