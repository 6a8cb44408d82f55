package dev.sanad.cli;

import dev.sanad.config.Masked;

/** What a check finds, said as soon as it is found. */
final class Findings {
    private boolean failed;

    void good(String what, String how) {
        System.out.println("ok      " + what + ": " + how);
    }

    void bad(String what, String why, String remedy) {
        failed = true;
        System.out.println("FAILED  " + what + ": " + Masked.url(why) + "\n        → " + remedy);
    }

    boolean failed() {
        return failed;
    }
}
