package dev.sanad.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.store.Answers;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** Rated answers as files of queries: those whose answer is known to be right, and those that somebody must look at. */
final class FeedbackFiles {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final Path file;
    private int good;
    private int bad;

    FeedbackFiles(Path file) {
        this.file = file;
    }

    /** How many were written to the file. */
    int good() {
        return good;
    }

    /** How many were written to the file beside it. */
    int bad() {
        return bad;
    }

    Path badFile() {
        String name = Objects.requireNonNull(file.getFileName()).toString();
        int dot = name.lastIndexOf('.');
        return file.resolveSibling(dot < 0 ? name + "-bad" : name.substring(0, dot) + "-bad" + name.substring(dot));
    }

    /** An answer that was rated by several is good when none of them calls it bad. */
    void write(List<Answers.Rated> rated) throws IOException {
        List<String> goodLines = new ArrayList<>();
        List<String> badLines = new ArrayList<>();
        Map<Long, List<Answers.Rated>> byAnswer = rated.stream()
                .collect(Collectors.groupingBy(one -> one.answer().id(), LinkedHashMap::new, Collectors.toList()));
        for (List<Answers.Rated> ratings : byAnswer.values()) {
            boolean isGood = ratings.stream().allMatch(one -> one.rating().good());
            (isGood ? goodLines : badLines).add(line(ratings, isGood));
        }
        good = goodLines.size();
        bad = badLines.size();
        Files.write(file, goodLines);
        Files.write(badFile(), badLines);
    }

    private static String line(List<Answers.Rated> ratings, boolean good) {
        Answers.Rated first = ratings.getFirst();
        Map<String, Object> line = new LinkedHashMap<>();
        line.put("id", "feedback-" + first.answer().id());
        String understood = first.answer().understood();
        line.put("question", understood == null ? first.answer().question() : understood);
        line.put("language", first.answer().language());
        List<String> articles =
                first.sources().stream().map(Answers.Source::article).distinct().toList();
        List<String> quotes =
                first.sources().stream().map(Answers.Source::quote).distinct().toList();
        if (!good) {
            line.put("cited", articles);
            line.put("quotes", quotes);
            line.put(
                    "reasons",
                    ratings.stream()
                            .map(one -> one.rating().reason())
                            .filter(Objects::nonNull)
                            .distinct()
                            .toList());
        } else if (first.answer().state() == Answers.State.NOT_FOUND) {
            line.put("answers", List.of());
        } else {
            line.put("gold", articles);
            line.put("answers", quotes);
        }
        try {
            return JSON.writeValueAsString(line);
        } catch (IOException e) {
            throw new UncheckedIOException("texts can always be written as JSON", e);
        }
    }
}
