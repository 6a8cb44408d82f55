package dev.sanad.store;

class MemoryTurnsTest extends TurnsContract {
    private final Turns turns = new MemoryTurns();

    @Override
    Turns turns() {
        return turns;
    }
}
