package dev.sanad.telegram;

import java.util.Arrays;
import java.util.List;

/** {@code --name number} on a command line. */
final class Options {
    private final List<String> arguments;

    Options(String[] arguments) {
        this.arguments = Arrays.asList(arguments);
    }

    int number(String option, int otherwise) {
        int at = arguments.indexOf(option);
        return at < 0 ? otherwise : Integer.parseInt(arguments.get(at + 1));
    }
}
