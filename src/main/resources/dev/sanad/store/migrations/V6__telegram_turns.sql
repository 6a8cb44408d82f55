-- Readers who share a queue take turns: who asks much waits behind who asks little.
ALTER TABLE telegram_update ADD COLUMN reader INTEGER NOT NULL DEFAULT 0; -- 0: unknown, or dealt with
ALTER TABLE telegram_update ADD COLUMN turn   INTEGER NOT NULL DEFAULT 0; -- of a queue's waiting updates the lowest is next
DROP INDEX telegram_update_waiting;
CREATE INDEX telegram_update_waiting ON telegram_update (chat, lane, turn, received, id) WHERE json IS NOT NULL;
CREATE INDEX telegram_update_reader ON telegram_update (reader, lane, chat, turn) WHERE json IS NOT NULL;
