package dev.sanad.eval;

import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.sanad.eval.BenchAsker.Asked;
import dev.sanad.eval.BenchBuilt.Indexing;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What was measured.
 *
 * @param reused whether the archive was there already, so that its figures are of the run that built it
 * @param hybrid ranking by words and vectors, where the archive has vectors; making the question's is not in it
 */
public record BenchReport(
        BenchBuilt built,
        boolean reused,
        int questions,
        SideBySide<Asked> search,
        @Nullable Asked hybrid,
        Asked answer,
        Heap heap) {
    private static final JsonMapper JSON = new JsonMapper();

    /**
     * Bytes of the Java heap.
     *
     * @param limit what -Xmx allows
     * @param live what both indexes, opened and searched, keep of it when garbage is gone
     * @param peak in use at most while they were searched, garbage included
     */
    record Heap(long limit, long live, long peak) {}

    /** Writes {@code bench.json} into a folder, made when it is not there. */
    public void write(Path folder) throws IOException {
        Files.createDirectories(folder);
        JSON.writerWithDefaultPrettyPrinter()
                .writeValue(folder.resolve("bench.json").toFile(), json());
    }

    private Map<String, Object> json() {
        var indexing = new LinkedHashMap<String, Object>();
        indexing.put("reused", reused);
        indexing.put("threads", built.threads());
        indexing.put("sanad", indexing(built.indexing().sanad()));
        indexing.put("lucene", indexing(built.indexing().lucene()));
        indexing.put("ratio_median", built.indexing().ratio(Indexing::median));
        indexing.put("ratio_total", built.indexing().ratio(Indexing::total));
        indexing.put("ratio_cpu", built.indexing().ratio(Indexing::cpu));
        indexing.put("ratio_bytes", built.indexing().ratio(Indexing::bytes));
        var searching = new LinkedHashMap<String, Object>();
        searching.put("sanad", asked(search.sanad()));
        searching.put("lucene", asked(search.lucene()));
        searching.put("ratio_p50", search.ratio(asked -> asked.millis().p50()));
        searching.put("ratio_p95", search.ratio(asked -> asked.millis().p95()));
        searching.put("ratio_p99", search.ratio(asked -> asked.millis().p99()));
        searching.put("ratio_p50_cpu", search.ratio(asked -> asked.cpu().p50()));
        searching.put("ratio_p99_cpu", search.ratio(asked -> asked.cpu().p99()));
        var json = new LinkedHashMap<String, Object>();
        json.put("passages", built.passages());
        json.put("articles", built.articles());
        json.put("questions", questions);
        json.put("java", Runtime.version().toString());
        json.put("indexing", indexing);
        json.put("search", searching);
        if (hybrid != null) {
            json.put("hybrid", asked(hybrid));
        }
        json.put("answer", asked(answer));
        json.put("heap", heapFigures());
        return json;
    }

    private Map<String, Object> heapFigures() {
        var json = new LinkedHashMap<String, Object>();
        json.put("limit_bytes", heap.limit());
        json.put("live_bytes", heap.live());
        json.put("peak_bytes", heap.peak());
        json.put("indexing_peak_bytes", built.heapPeak());
        return json;
    }

    private static Map<String, Object> indexing(Indexing figures) {
        var json = new LinkedHashMap<String, Object>();
        json.put("passages_per_second_median", figures.median());
        json.put("passages_per_second_total", figures.total());
        json.put("passages_per_cpu_second", figures.cpu());
        json.put("seconds", figures.seconds());
        json.put("bytes", figures.bytes());
        return json;
    }

    private static Map<String, Object> asked(Asked asked) {
        var json = new LinkedHashMap<String, Object>();
        json.put("p50_ms", asked.millis().p50());
        json.put("p95_ms", asked.millis().p95());
        json.put("p99_ms", asked.millis().p99());
        json.put("mean_ms", asked.millis().mean());
        json.put("p50_cpu_ms", asked.cpu().p50());
        json.put("p95_cpu_ms", asked.cpu().p95());
        json.put("p99_cpu_ms", asked.cpu().p99());
        json.put("mean_cpu_ms", asked.cpu().mean());
        json.put("found", asked.found());
        return json;
    }
}
