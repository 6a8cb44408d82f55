package dev.sanad.eval;

import java.util.List;

/** What was given to be measured cannot be used; the message names each place and what is wrong with it. */
public final class DataException extends Exception {
    private static final long serialVersionUID = 1;
    private static final int MOST = 20;

    public DataException(String message) {
        super(message);
    }

    /** Several problems, a line each; of very many, the first ones and their number. */
    public static DataException of(String what, List<String> problems) {
        String lines = String.join("\n  ", problems.subList(0, Math.min(MOST, problems.size())));
        int more = problems.size() - MOST;
        return new DataException(what + "\n  " + lines + (more > 0 ? "\n  and " + more + " more" : ""));
    }

    @Override
    public String getMessage() {
        return String.valueOf(super.getMessage());
    }
}
