/**
 * The configuration records, their loader and its errors. Every problem is reported at once, with its origin.
 * Nothing here opens what a setting names.
 */
@NullMarked
package dev.sanad.config;

import org.jspecify.annotations.NullMarked;
