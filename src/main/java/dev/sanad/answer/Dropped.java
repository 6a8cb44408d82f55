package dev.sanad.answer;

import java.util.List;

/** A sentence of the model that no reader sees, and why. */
public record Dropped(String text, List<Finding> reasons) {
    public Dropped {
        reasons = List.copyOf(reasons);
    }
}
