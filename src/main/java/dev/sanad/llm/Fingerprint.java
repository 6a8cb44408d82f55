package dev.sanad.llm;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Eight hexadecimal digits that tell a model's files from another's. A model is a hundred megabytes, and a question should
 * not wait for the hash of them: where nobody wrote it down, size, first and last megabyte stand for a file.
 */
final class Fingerprint {
    private static final int MEGABYTE = 1 << 20;
    private static final int DIGITS = 8;

    private Fingerprint() {}

    static String ofHashes(String model, String tokenizer) {
        MessageDigest digest = sha256();
        digest.update((model + " " + tokenizer).getBytes(StandardCharsets.UTF_8));
        return shown(digest);
    }

    static String ofFiles(Path model, Path tokenizer) throws IOException {
        MessageDigest digest = sha256();
        for (Path file : new Path[] {model, tokenizer}) {
            try (FileChannel channel = FileChannel.open(file)) {
                digest.update(
                        ByteBuffer.allocate(Long.BYTES).putLong(channel.size()).flip());
                update(digest, channel, 0);
                update(digest, channel, Math.max(0, channel.size() - MEGABYTE));
            }
        }
        return shown(digest);
    }

    private static void update(MessageDigest digest, FileChannel channel, long from) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(MEGABYTE);
        while (bytes.hasRemaining() && channel.read(bytes, from + bytes.position()) >= 0) {
            // until it is full or the file ends
        }
        digest.update(bytes.flip());
    }

    private static String shown(MessageDigest digest) {
        return HexFormat.of().formatHex(digest.digest()).substring(0, DIGITS);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
