package dev.sanad.eval;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The questions of a file that has one a line, as {@code {"question":…}}. */
public final class BenchQueries {
    private static final JsonMapper JSON = new JsonMapper();

    private BenchQueries() {}

    public static List<String> read(Path file) throws IOException, BenchException {
        try {
            var questions = new ArrayList<String>();
            int number = 0;
            for (String line : Files.readAllLines(file)) {
                number++;
                if (!line.isBlank()) {
                    questions.add(question(line, file + ":" + number));
                }
            }
            if (questions.isEmpty()) {
                throw new BenchException("--queries " + file + " holds no question.");
            }
            return questions;
        } catch (NoSuchFileException e) {
            throw new BenchException("--queries " + file + " does not exist; name a file with a question a line.");
        }
    }

    private static String question(String line, String place) throws BenchException {
        try {
            JsonNode question = JSON.readTree(line).get("question");
            if (question == null || !question.isTextual()) {
                throw new BenchException(place + " has no question; write {\"question\":\"…\"}.");
            }
            return question.asText();
        } catch (JsonProcessingException e) {
            throw new BenchException(place + " is not JSON: " + e.getOriginalMessage());
        }
    }
}
