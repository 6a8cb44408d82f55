package dev.sanad.store;

import java.util.List;

/** Turns that outlive the process: the bot's conversations. */
public final class DatabaseTurns implements Turns {
    private final Database database;

    public DatabaseTurns(Database database) {
        this.database = database;
    }

    @Override
    public List<Turn> last(String conversation, int most) {
        return database.jdbi()
                .withHandle(handle -> handle.createQuery("SELECT question, answer FROM turn"
                                + " WHERE conversation = :conversation ORDER BY id DESC LIMIT :most")
                        .bind("conversation", conversation)
                        .bind("most", most)
                        .map((row, context) -> new Turn(row.getString(1), row.getString(2)))
                        .list()
                        .reversed());
    }

    @Override
    public void add(String conversation, Turn turn, int keep) {
        database.write(handle -> {
            handle.createUpdate("INSERT INTO turn (conversation, question, answer)"
                            + " VALUES (:conversation, :question, :answer)")
                    .bind("conversation", conversation)
                    .bindMethods(turn)
                    .execute();
            return handle.createUpdate("DELETE FROM turn WHERE conversation = :conversation AND id NOT IN"
                            + " (SELECT id FROM turn WHERE conversation = :conversation ORDER BY id DESC LIMIT :keep)")
                    .bind("conversation", conversation)
                    .bind("keep", keep)
                    .execute();
        });
    }

    @Override
    public void withdraw(String conversation, String question) {
        database.write(handle -> handle.createUpdate("DELETE FROM turn WHERE id ="
                        + " (SELECT max(id) FROM turn WHERE conversation = :conversation AND question = :question)")
                .bind("conversation", conversation)
                .bind("question", question)
                .execute());
    }

    @Override
    public void forget(String conversation) {
        database.write(handle -> handle.createUpdate("DELETE FROM turn WHERE conversation = :conversation")
                .bind("conversation", conversation)
                .execute());
    }
}
