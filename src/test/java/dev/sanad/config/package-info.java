@NullMarked
package dev.sanad.config;

import org.jspecify.annotations.NullMarked;
