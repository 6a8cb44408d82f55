-- What was said in the bot's conversations, as far back as they are remembered.
CREATE TABLE turn (
    id           INTEGER PRIMARY KEY AUTOINCREMENT,
    conversation TEXT    NOT NULL,
    question     TEXT    NOT NULL, -- as it was understood: a follow-up is written out
    answer       TEXT    NOT NULL
);
CREATE INDEX turn_conversation ON turn (conversation, id);
