-- A follow-up as it was answered, where that is another wording than the reader's.
ALTER TABLE telegram_answer ADD COLUMN understood TEXT;
