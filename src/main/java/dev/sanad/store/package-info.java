/**
 * The archive's database: articles, and the bot's inbox, outbox and conversations; migrations.
 * The only room that knows JDBC and SQL. The search index is not here: it is made from this.
 */
@NullMarked
package dev.sanad.store;

import org.jspecify.annotations.NullMarked;
