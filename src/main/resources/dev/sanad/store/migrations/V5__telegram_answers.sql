-- Presses of buttons and inline queries wait for no answer that is under way.
ALTER TABLE telegram_update ADD COLUMN lane INTEGER NOT NULL DEFAULT 0; -- 0 messages, 1 buttons, 2 inline queries
DROP INDEX telegram_update_waiting;
CREATE INDEX telegram_update_waiting ON telegram_update (chat, lane, received, id) WHERE json IS NOT NULL;

-- A message that waits may also be part of an answer (sent, or edited if it was sent before) or an edit of another message.
ALTER TABLE telegram_message ADD COLUMN keyboard TEXT;    -- rows of buttons as the Bot API takes them, JSON
ALTER TABLE telegram_message ADD COLUMN answer   INTEGER;
ALTER TABLE telegram_message ADD COLUMN part     INTEGER; -- of the answer, from 0
ALTER TABLE telegram_message ADD COLUMN message  INTEGER; -- message_id of what is edited; html is empty: deleted

-- Answers, for what the buttons below them mean.
CREATE TABLE telegram_answer (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    chat     INTEGER NOT NULL,
    message  INTEGER NOT NULL, -- message_id of the question; below zero where a button asked
    reader   INTEGER NOT NULL,
    question TEXT    NOT NULL,
    language TEXT    NOT NULL, -- in which it is shown
    outcome  TEXT    NOT NULL, -- open, cited, not_found, not_a_question, failed
    asked    INTEGER NOT NULL, -- milliseconds since 1970
    UNIQUE (chat, message)
);
CREATE INDEX telegram_answer_reader ON telegram_answer (reader);
CREATE INDEX telegram_answer_asked ON telegram_answer (asked);

-- The messages of an answer as they are shown when no passage is open in them.
CREATE TABLE telegram_part (
    answer   INTEGER NOT NULL REFERENCES telegram_answer (id) ON DELETE CASCADE,
    part     INTEGER NOT NULL,
    message  INTEGER, -- message_id once Telegram has it
    html     TEXT    NOT NULL,
    keyboard TEXT,
    PRIMARY KEY (answer, part)
);

-- What an answer quotes.
CREATE TABLE telegram_source (
    answer  INTEGER NOT NULL REFERENCES telegram_answer (id) ON DELETE CASCADE,
    number  INTEGER NOT NULL,
    article TEXT    NOT NULL,
    start   INTEGER NOT NULL,
    quote   TEXT    NOT NULL,
    PRIMARY KEY (answer, number)
);

CREATE TABLE telegram_rating (
    answer INTEGER NOT NULL REFERENCES telegram_answer (id) ON DELETE CASCADE,
    reader INTEGER NOT NULL,
    good   INTEGER NOT NULL, -- 1 or 0
    reason TEXT,             -- of a bad one
    PRIMARY KEY (answer, reader)
);
CREATE INDEX telegram_rating_reader ON telegram_rating (reader);

-- Who was seen, and what they chose.
CREATE TABLE telegram_reader (
    id       INTEGER PRIMARY KEY,
    hash     TEXT NOT NULL,
    name     TEXT,             -- user name, without the @, in lower case
    language TEXT              -- chosen by /language
);

-- What a button or a deep link stands for, where that does not fit into it.
CREATE TABLE telegram_link (
    token  TEXT    PRIMARY KEY,
    value  TEXT    NOT NULL,
    reader INTEGER NOT NULL,   -- 0: nobody's
    made   INTEGER NOT NULL    -- milliseconds since 1970
);
CREATE INDEX telegram_link_reader ON telegram_link (reader);

-- Readers are named here by a keyed hash alone: this outlives /forget.
CREATE TABLE telegram_block (hash TEXT PRIMARY KEY);
CREATE TABLE telegram_usage (
    day       TEXT    NOT NULL, -- ISO-8601
    hash      TEXT    NOT NULL,
    questions INTEGER NOT NULL,
    tokens    INTEGER NOT NULL,
    PRIMARY KEY (day, hash)
);

-- What the bot has told Telegram or its admins, so that it says it only when it changes.
CREATE TABLE telegram_told (
    what TEXT PRIMARY KEY,
    how  TEXT NOT NULL
);
