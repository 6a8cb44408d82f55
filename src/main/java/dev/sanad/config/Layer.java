package dev.sanad.config;

import dev.sanad.config.ConfigException.Problem;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.error.YAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;
import org.yaml.snakeyaml.nodes.Tag;

/**
 * Settings from one place, by their full keys.
 *
 * <p>YAML is read through SnakeYAML's node tree and not through a configuration library, because nodes know their lines
 * (an error can name them) and because a list must replace the list of a lower layer whole, never item by item.
 */
record Layer(Map<String, Value> values, List<Problem> problems) {
    /**
     * @param raw a String, a List of Strings and of Maps, or null for an empty setting
     * @param origin as shown to people
     * @param base what relative paths are relative to
     */
    record Value(@Nullable Object raw, String origin, Path base) {}

    /** Anchors and aliases could make a file refer to itself without end. */
    private static final Pattern ALIAS = Pattern.compile("^[^#\"']*[:\\[,-]\\s*[&*]\\w");

    static Layer yaml(String text, String name, Path base) {
        var layer = new Layer(new LinkedHashMap<>(), new ArrayList<>());
        try {
            Node root = new Yaml(new LoaderOptions()).compose(new java.io.StringReader(text));
            if (text.lines().anyMatch(line -> ALIAS.matcher(line).find())) {
                layer.problems.add(
                        new Problem(
                                "(syntax)",
                                name,
                                "uses an anchor or alias (& or *), which is not supported; write the value out, or in quotation marks"));
            } else if (root instanceof MappingNode mapping) {
                layer.flatten(mapping, "", name, base);
            } else if (root != null && !isNull(root)) {
                layer.problems.add(new Problem("(the whole file)", name, "must be keys and values, such as zone: UTC"));
            }
        } catch (MarkedYAMLException e) {
            var mark = e.getProblemMark();
            String line = mark == null ? name : name + ":" + (mark.getLine() + 1);
            layer.problems.add(new Problem("(syntax)", line, "is not YAML: " + e.getProblem()));
        } catch (YAMLException e) {
            layer.problems.add(new Problem("(syntax)", name, "is not YAML: " + e.getMessage()));
        }
        return layer;
    }

    private void flatten(MappingNode mapping, String prefix, String name, Path base) {
        for (var tuple : mapping.getValue()) {
            String origin = name + ":" + (tuple.getKeyNode().getStartMark().getLine() + 1);
            String key = prefix + (tuple.getKeyNode() instanceof ScalarNode scalar ? scalar.getValue() : "?");
            if (tuple.getValueNode() instanceof MappingNode child) {
                flatten(child, key + ".", name, base);
                continue;
            }
            Object raw = raw(tuple.getValueNode());
            var value = new Value(raw, origin, base);
            if (values.putIfAbsent(key, value) != null) {
                problems.add(new Problem(key, origin, "is set twice in this file; keep one"));
            }
        }
    }

    private static @Nullable Object raw(Node node) {
        return switch (node) {
            case ScalarNode scalar -> isNull(scalar) ? null : scalar.getValue();
            case SequenceNode sequence ->
                sequence.getValue().stream()
                        .map(Layer::raw)
                        .map(item -> item == null ? "" : item)
                        .toList();
            case MappingNode mapping -> {
                var map = new LinkedHashMap<String, Object>();
                for (var tuple : mapping.getValue()) {
                    Object value = raw(tuple.getValueNode());
                    if (tuple.getKeyNode() instanceof ScalarNode key && value != null) {
                        map.put(key.getValue(), value);
                    }
                }
                yield map;
            }
            default -> "";
        };
    }

    private static boolean isNull(Node node) {
        return node.getTag().equals(Tag.NULL);
    }
}
