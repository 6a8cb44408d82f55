-- Embedding models whose vectors are kept.
CREATE TABLE vector_model (
    id        INTEGER PRIMARY KEY,
    name      TEXT    NOT NULL UNIQUE,
    dimension INTEGER NOT NULL,
    current   INTEGER NOT NULL -- 1: the archive is searched with this one
);
CREATE UNIQUE INDEX vector_model_current ON vector_model (current) WHERE current = 1;

-- What a model made of a text, kept for the text and not for where it stands: passages come and go with their articles and
-- the index is made again, but no text is embedded twice. A table with rowids: without them a row that is longer than
-- a quarter of a page spills into a page of its own, and counting reads every vector.
CREATE TABLE vector (
    model   INTEGER NOT NULL REFERENCES vector_model (id),
    content BLOB    NOT NULL, -- SHA-256 of the text
    vector  BLOB    NOT NULL  -- 32-bit floats, little-endian, as many as the model's dimension
);
CREATE UNIQUE INDEX vector_content ON vector (model, content);
