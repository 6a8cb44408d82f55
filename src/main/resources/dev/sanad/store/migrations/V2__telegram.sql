-- Updates from Telegram, on the disk before their receipt is confirmed.
CREATE TABLE telegram_update (
    id       INTEGER PRIMARY KEY, -- Telegram's update_id: delivered twice, it stands here once
    chat     INTEGER NOT NULL,    -- a chat's updates are dealt with one at a time, in the order they came
    received INTEGER NOT NULL,    -- milliseconds since 1970
    json     TEXT                 -- null once it was dealt with
);
CREATE INDEX telegram_update_waiting ON telegram_update (chat, received, id) WHERE json IS NOT NULL;
CREATE INDEX telegram_update_received ON telegram_update (received) WHERE json IS NULL;

-- Updates that could not be read, set aside so that the others flow on.
CREATE TABLE telegram_malformed (
    id       INTEGER PRIMARY KEY, -- Telegram's update_id
    received INTEGER NOT NULL,    -- milliseconds since 1970
    json     TEXT    NOT NULL,
    reason   TEXT    NOT NULL
);

-- Messages that Telegram has not yet taken. A chat's messages are sent in the order of their ids.
CREATE TABLE telegram_message (
    id       INTEGER PRIMARY KEY AUTOINCREMENT,
    chat     INTEGER NOT NULL,
    topic    INTEGER,          -- message_thread_id of a forum topic
    reply_to INTEGER,          -- message_id of what it answers
    html     TEXT    NOT NULL
);
CREATE INDEX telegram_message_chat ON telegram_message (chat, id);

-- Chats that Telegram asked to leave in peace for a while (retry_after), so that a restart keeps to it too.
CREATE TABLE telegram_pause (
    chat  INTEGER PRIMARY KEY,
    until INTEGER NOT NULL -- milliseconds since 1970
);
