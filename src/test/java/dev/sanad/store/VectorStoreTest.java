package dev.sanad.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VectorStoreTest {
    private static final VectorModel SMALL = new VectorModel("onnx:small", 3);
    private static final VectorModel LARGE = new VectorModel("openai:large", 4);

    private final Path folder;
    private final VectorStore store;

    VectorStoreTest(@TempDir Path folder) {
        this.folder = folder;
        this.store = new VectorStore(Database.open(folder));
    }

    private static String content(int number) {
        return String.format("%064x", number);
    }

    @Test
    void givesVectorsBackToTheBit() {
        var odd = new float[] {Float.MIN_VALUE, -0f, 0.1f};
        store.adopt(SMALL);
        store.put(SMALL, Map.of(content(1), odd, content(2), new float[] {1, 0, 0}));

        Map<String, float[]> found = new VectorStore(Database.open(folder)).find(List.of(content(1), content(3)));

        assertThat(found).containsOnlyKeys(content(1));
        assertThat(found.get(content(1))).containsExactly(odd);
    }

    @Test
    void findsMoreAtOnceThanAStatementTakes() {
        Map<String, float[]> vectors = new HashMap<>();
        for (int number = 0; number < 1_201; number++) {
            vectors.put(content(number), new float[] {number, 0, 0});
        }
        store.adopt(SMALL);
        store.put(SMALL, vectors);

        assertThat(store.find(vectors.keySet())).hasSize(1_201);
        assertThat(store.count()).isEqualTo(1_201);
    }

    @Test
    void knowsNoModelBeforeOneIsAdopted() {
        assertThat(store.model()).isNull();
        assertThat(store.find(List.of(content(1)))).isEmpty();
        assertThat(store.count()).isZero();
    }

    @Test
    void knowsNoModelInAnArchiveThatAnOlderVersionMade() {
        Database database = Objects.requireNonNull(Database.openExisting(folder));
        database.jdbi().useHandle(handle -> {
            handle.execute("DROP TABLE vector");
            handle.execute("DROP TABLE vector_model");
        });

        assertThat(new VectorStore(database).model()).isNull();
    }

    @Test
    void keepsModelsApartAndRemembersOneThatComesBack() {
        store.adopt(SMALL);
        store.put(SMALL, Map.of(content(1), new float[] {1, 0, 0}));
        store.adopt(LARGE);

        assertThat(store.model()).isEqualTo(LARGE);
        assertThat(store.find(List.of(content(1)))).isEmpty();

        store.adopt(SMALL);
        assertThat(store.find(List.of(content(1)))).hasSize(1);
    }

    @Test
    void forgetsOtherModelsWhenAsked() {
        store.adopt(SMALL);
        store.put(SMALL, Map.of(content(1), new float[] {1, 0, 0}));
        store.adopt(LARGE);
        store.put(LARGE, Map.of(content(1), new float[] {1, 0, 0, 0}));

        store.deleteOtherModels();

        assertThat(store.count()).isEqualTo(1);
        store.adopt(SMALL);
        assertThat(store.count()).isZero();
    }

    @Test
    void forgetsWhatAModelMadeInAnotherDimension() {
        store.adopt(SMALL);
        store.put(SMALL, Map.of(content(1), new float[] {1, 0, 0}));

        store.adopt(new VectorModel(SMALL.name(), 2));

        assertThat(store.model()).isEqualTo(new VectorModel(SMALL.name(), 2));
        assertThat(store.count()).isZero();
    }

    @Test
    void adoptingAnewForgetsWhatTheModelMade() {
        store.adopt(SMALL);
        store.put(SMALL, Map.of(content(1), new float[] {1, 0, 0}));

        store.adoptAnew(SMALL);

        assertThat(store.model()).isEqualTo(SMALL);
        assertThat(store.count()).isZero();
    }

    @Test
    void storesNoVectorOfAnotherModelOrDimension() {
        store.adopt(SMALL);

        assertThatThrownBy(() -> store.put(SMALL, Map.of(content(1), new float[] {1, 0, 0, 0})))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("4");
        assertThatThrownBy(() -> store.put(LARGE, Map.of(content(1), new float[] {1, 0, 0, 0})))
                .isInstanceOf(IllegalStateException.class);
        assertThat(store.count()).isZero();
    }

    @Test
    void retainsWhatIsNeeded() {
        store.adopt(SMALL);
        Map<String, float[]> vectors = new HashMap<>();
        List<List<String>> needed = new ArrayList<>();
        for (int number = 0; number < 10; number++) {
            vectors.put(content(number), new float[] {1, 0, 0});
        }
        store.put(SMALL, vectors);
        needed.add(List.of(content(1), content(1)));
        needed.add(List.of(content(1), content(7)));

        assertThat(store.retain(needed)).isEqualTo(8);
        assertThat(store.find(vectors.keySet())).containsOnlyKeys(content(1), content(7));
    }
}
