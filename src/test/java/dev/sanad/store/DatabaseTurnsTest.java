package dev.sanad.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DatabaseTurnsTest extends TurnsContract {
    @TempDir
    private Path folder;

    @Override
    Turns turns() {
        return new DatabaseTurns(Database.open(folder));
    }

    @Test
    void outlivesTheProcess() {
        turns().add("a", turn(1), 3);

        assertThat(turns().last("a", 3)).containsExactly(turn(1));
    }
}
