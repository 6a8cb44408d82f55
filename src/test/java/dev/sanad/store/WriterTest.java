package dev.sanad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class WriterTest {
    private static final int THREADS = 200;
    private final Database database;

    WriterTest(@TempDir Path folder) {
        this.database = Database.open(folder);
    }

    @Test
    void manyWriteAtOnceAndWhoeverFailsFailsAlone() throws Exception {
        List<Future<Integer>> writes = new ArrayList<>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (int i = 0; i < THREADS; i++) {
                int number = i;
                writes.add(threads.submit(() -> write(number)));
            }
        }
        int failed = 0;
        for (int i = 0; i < THREADS; i++) {
            try {
                assertThat(writes.get(i).get()).isEqualTo(i);
            } catch (ExecutionException e) {
                assertThat(e).hasMessageContaining("number " + i);
                failed++;
            }
        }

        assertThat(failed).isEqualTo(THREADS / 10);
        List<String> written = database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT html FROM telegram_message")
                        .mapTo(String.class)
                        .list());
        assertThat(written).hasSize(THREADS - failed).doesNotHaveDuplicates().noneMatch(number -> number.endsWith("0"));
    }

    private int write(int number) {
        return database.write(handle -> {
            handle.execute("INSERT INTO telegram_message (chat, html) VALUES (1, ?)", Integer.toString(number));
            if (number % 10 == 0) {
                throw new IllegalArgumentException("number " + number);
            }
            return number;
        });
    }
}
