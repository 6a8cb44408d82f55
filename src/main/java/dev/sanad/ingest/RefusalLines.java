package dev.sanad.ingest;

import java.util.List;
import java.util.stream.Collectors;

/** Refusals as the archive keeps them beside a file's stamp, so that they can be named again without reading the file. */
final class RefusalLines {
    private static final String PARTS = "\t";

    private RefusalLines() {}

    static String write(List<Refusal> refusals) {
        return refusals.stream()
                .map(refusal -> oneLine(refusal.name()) + PARTS + oneLine(refusal.reason()))
                .collect(Collectors.joining("\n"));
    }

    static List<Refusal> read(String lines) {
        return lines.lines()
                .map(line -> line.split(PARTS, 2))
                .map(parts -> new Refusal(parts[0], parts[1]))
                .toList();
    }

    private static String oneLine(String text) {
        return text.replaceAll("[\\n\\r\\t]", " ");
    }
}
