package dev.sanad.eval;

import dev.sanad.answer.Answer;
import dev.sanad.answer.Answerer;
import dev.sanad.answer.Question;
import dev.sanad.ingest.Progress;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.IntStream;

/** Asks question after question, both in turns, and keeps the times. */
final class BenchAsker {
    private static final int LIMIT = 20;
    private final List<String> warmUp;
    private final List<String> questions;
    private final BenchFolder folder;
    private final Progress progress;
    private final BenchCpu processor = new BenchCpu();

    /** @param warmUp asked first, and not timed */
    BenchAsker(List<String> warmUp, List<String> questions, BenchFolder folder, Progress progress) {
        this.warmUp = warmUp;
        this.questions = questions;
        this.folder = folder;
        this.progress = progress;
    }

    /**
     * @param cpu processor time of the asking thread
     * @param found the share of questions that something was found for, or that were answered; 0 to 1
     */
    record Asked(Timings millis, Timings cpu, double found) {}

    /** Something that a question can be put to. */
    interface Asking {
        boolean finds(String question) throws IOException, InterruptedException;
    }

    int size() {
        return questions.size();
    }

    SideBySide<Asked> search(BenchSearcher sanad, BenchSearcher lucene) throws IOException, InterruptedException {
        List<Asked> asked = ask(
                List.of(question -> sanad.search(question, LIMIT) > 0, question -> lucene.search(question, LIMIT) > 0));
        return new SideBySide<>(asked.get(0), asked.get(1));
    }

    Asked search(BenchSearcher searcher) throws IOException, InterruptedException {
        return ask(List.of(question -> searcher.search(question, LIMIT) > 0)).getFirst();
    }

    Asked answer(Answerer answerer, Instant now, ZoneId zone) throws IOException, InterruptedException {
        return ask(List.of(question -> answerer.answer(new Question(question, now, zone), Answerer.Listener.SILENT)
                                .answer()
                        instanceof Answer.Cited))
                .getFirst();
    }

    private List<Asked> ask(List<Asking> sides) throws IOException, InterruptedException {
        for (String question : warmUp) {
            folder.check();
            for (Asking side : sides) {
                side.finds(question);
            }
        }
        long[][] nanos = new long[sides.size()][questions.size()];
        long[][] cpu = new long[sides.size()][questions.size()];
        int[] found = new int[sides.size()];
        try (Progress.Task task = progress.begin(Progress.Kind.ASKING, questions.size())) {
            for (int i = 0; i < questions.size(); i++) {
                folder.check();
                for (int turn = 0; turn < sides.size(); turn++) {
                    int side = (turn + i) % sides.size();
                    long cpuStart = processor.ofThread();
                    long start = System.nanoTime();
                    found[side] += sides.get(side).finds(questions.get(i)) ? 1 : 0;
                    nanos[side][i] = System.nanoTime() - start;
                    cpu[side][i] = processor.ofThread() - cpuStart;
                }
                task.step(1);
            }
        }
        return IntStream.range(0, sides.size())
                .mapToObj(side -> new Asked(
                        Timings.of(nanos[side]), Timings.of(cpu[side]), (double) found[side] / questions.size()))
                .toList();
    }
}
