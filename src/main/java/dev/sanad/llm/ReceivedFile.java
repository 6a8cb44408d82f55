package dev.sanad.llm;

/** A file that lies where it belongs. */
public record ReceivedFile(String name, String sha256, VouchedBy by) {}
