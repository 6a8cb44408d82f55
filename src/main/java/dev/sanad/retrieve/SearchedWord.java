package dev.sanad.retrieve;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A question's word as it is searched.
 *
 * @param readings the ways in which it may stand in an article
 * @param frequency passages that have it in a reading that is certain, or else in any; 0 when none has
 * @param weight inverse document frequency, times the share; a word that no passage has weighs most
 * @param share what it counts for among the words, up to 1
 */
record SearchedWord(List<Reading> readings, long frequency, double weight, double share) {
    SearchedWord {
        readings = List.copyOf(readings);
    }

    /** Without its cut readings, which find much else, if it stands anywhere as it is. */
    List<Reading> whole() {
        List<Reading> whole =
                readings.stream().filter(reading -> !reading.isCut()).toList();
        return whole.isEmpty() ? readings : whole;
    }

    /** The reading of the word as it is, part by part; null where no passage has all parts. */
    @Nullable Reading parts() {
        return readings.stream()
                .filter(reading -> reading.certainty() == 1 && !reading.asOne())
                .findFirst()
                .orElse(null);
    }

    FoundWord found(QueryWord word) {
        return new FoundWord(word, weight, readings.stream().map(Reading::way).toList());
    }
}
