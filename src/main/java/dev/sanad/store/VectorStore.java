package dev.sanad.store;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;

/**
 * The vectors of an archive, by what was embedded: a content is the SHA-256 of a text, 64 hexadecimal digits. One model is
 * the archive's; vectors of others are kept until {@link #deleteOtherModels}. Safe for many threads.
 */
public final class VectorStore {
    /** SQLite takes some 32,000 parameters; more at once gains nothing. */
    private static final int LOOKED_UP_AT_ONCE = 500;

    private static final String CURRENT = "(SELECT id FROM vector_model WHERE current = 1)";
    private final Database database;

    public VectorStore(Database database) {
        this.database = database;
    }

    /** The archive's model; null when nothing was ever embedded, also in an archive that an older version made. */
    public @Nullable VectorModel model() {
        return database.jdbi().withHandle(VectorStore::model);
    }

    private static @Nullable VectorModel model(Handle handle) {
        boolean older = handle.createQuery("SELECT count(*) FROM sqlite_master WHERE name = 'vector_model'")
                .mapTo(Integer.class)
                .one()
                .equals(0);
        return older
                ? null
                : handle.createQuery("SELECT name, dimension FROM vector_model WHERE current = 1")
                        .map((row, context) -> new VectorModel(row.getString(1), row.getInt(2)))
                        .findOne()
                        .orElse(null);
    }

    /** Makes this the archive's model. What it made before is known again, unless that was of another dimension. */
    public void adopt(VectorModel model) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM vector WHERE model IN"
                            + " (SELECT id FROM vector_model WHERE name = :name AND dimension <> :dimension)")
                    .bindMethods(model)
                    .execute();
            return makeCurrent(handle, model);
        });
    }

    /** Makes this the archive's model, and forgets what it made before. */
    public void adoptAnew(VectorModel model) {
        database.write(handle -> {
            handle.createUpdate("DELETE FROM vector WHERE model IN (SELECT id FROM vector_model WHERE name = :name)")
                    .bindMethods(model)
                    .execute();
            return makeCurrent(handle, model);
        });
    }

    private static int makeCurrent(Handle handle, VectorModel model) {
        handle.execute("UPDATE vector_model SET current = 0");
        return handle.createUpdate("INSERT INTO vector_model (name, dimension, current) VALUES (:name, :dimension, 1)"
                        + " ON CONFLICT (name) DO UPDATE SET dimension = :dimension, current = 1")
                .bindMethods(model)
                .execute();
    }

    /** The vectors of the archive's model that are known, by content. */
    public Map<String, float[]> find(Collection<String> contents) {
        Map<String, float[]> found = new HashMap<>();
        List<byte[]> wanted = contents.stream().map(HexFormat.of()::parseHex).toList();
        database.jdbi().useHandle(handle -> {
            for (int from = 0; from < wanted.size(); from += LOOKED_UP_AT_ONCE) {
                handle.createQuery("SELECT content, vector FROM vector WHERE model = " + CURRENT
                                + " AND content IN (<contents>)")
                        .bindList("contents", wanted.subList(from, Math.min(wanted.size(), from + LOOKED_UP_AT_ONCE)))
                        .map((row, context) ->
                                Map.entry(HexFormat.of().formatHex(row.getBytes(1)), floats(row.getBytes(2))))
                        .forEach(entry -> found.put(entry.getKey(), entry.getValue()));
            }
        });
        return found;
    }

    /** Stores vectors of the archive's model by content, all or none; they are on the disk when this returns. */
    public void put(VectorModel model, Map<String, float[]> vectors) {
        for (float[] vector : vectors.values()) {
            if (vector.length != model.dimension()) {
                throw new IllegalArgumentException(
                        "a vector of " + vector.length + " numbers, where " + model.dimension() + " are to be");
            }
        }
        database.write(handle -> {
            if (!model.equals(model(handle))) {
                throw new IllegalStateException(model + " is not the archive's model");
            }
            PreparedBatch batch = handle.prepareBatch("INSERT OR REPLACE INTO vector (model, content, vector) VALUES ("
                    + CURRENT + ", :content, :vector)");
            vectors.forEach(
                    (content, vector) -> batch.bind("content", HexFormat.of().parseHex(content))
                            .bind("vector", bytes(vector))
                            .add());
            return batch.execute();
        });
    }

    /** How many vectors of the archive's model are kept, those that no passage needs any more among them. */
    public int count() {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT count(*) FROM vector WHERE model = " + CURRENT)
                        .mapTo(Integer.class)
                        .one());
    }

    /** Forgets every model but the archive's, and what they made. */
    public void deleteOtherModels() {
        database.write(handle -> {
            handle.execute("DELETE FROM vector WHERE model IN (SELECT id FROM vector_model WHERE current = 0)");
            return handle.execute("DELETE FROM vector_model WHERE current = 0");
        });
    }

    /**
     * Forgets vectors that are not needed. Other writers wait only while rows are deleted, not while the needed are read.
     *
     * @param needed contents, in pages
     * @return how many were forgotten
     */
    public int retain(Iterable<List<String>> needed) {
        return database.jdbi().withHandle(handle -> {
            handle.execute("CREATE TEMP TABLE needed (content BLOB PRIMARY KEY) WITHOUT ROWID");
            for (List<String> page : needed) {
                PreparedBatch batch = handle.prepareBatch("INSERT OR IGNORE INTO needed VALUES (:content)");
                page.forEach(content ->
                        batch.bind("content", HexFormat.of().parseHex(content)).add());
                batch.execute();
            }
            int deleted = handle.execute("DELETE FROM vector WHERE content NOT IN (SELECT content FROM needed)");
            handle.execute("DROP TABLE needed");
            return deleted;
        });
    }

    private static byte[] bytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Float.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        bytes.asFloatBuffer().put(vector);
        return bytes.array();
    }

    private static float[] floats(byte[] bytes) {
        var vector = new float[bytes.length / Float.BYTES];
        ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(vector);
        return vector;
    }
}
