package dev.sanad.cli;

import dev.sanad.llm.FolderSource;
import dev.sanad.llm.ModelSource;
import dev.sanad.llm.WebSource;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.regex.Pattern;

/** Understands what a user names with {@code --from}. */
final class ModelPlace {
    private static final Pattern SCHEME = Pattern.compile("[A-Za-z][A-Za-z0-9+.-]+:.*");
    private final Path workingDirectory;

    ModelPlace(Path workingDirectory) {
        this.workingDirectory = workingDirectory;
    }

    ModelSource source(String from) throws UsageException {
        if (from.isBlank()) {
            throw new UsageException("--from takes a folder or an address, such as https://mirror.example/model/");
        }
        if (!SCHEME.matcher(from).matches() || Files.isDirectory(path(from))) {
            return folder(path(from));
        }
        URI address = address(from);
        return switch (String.valueOf(address.getScheme()).toLowerCase(Locale.ROOT)) {
            case "http", "https" -> web(address, from);
            case "file" -> folder(local(address, from));
            default ->
                throw new UsageException("--from takes a folder, or an address that begins with https://, http:// or"
                        + " file://, not '" + from + "'");
        };
    }

    private static ModelSource web(URI address, String from) throws UsageException {
        if (address.getHost() == null || address.getQuery() != null || address.getFragment() != null) {
            throw new UsageException(
                    "--from takes the address of a folder, such as https://mirror.example/model/, not '" + from + "'");
        }
        String path = address.getRawPath();
        boolean folder = path.endsWith("/");
        return new WebSource(folder ? address : URI.create(address + "/"), WebSource.PATIENCE);
    }

    private static ModelSource folder(Path folder) throws UsageException {
        if (Files.isDirectory(folder)) {
            return new FolderSource(folder);
        }
        throw new UsageException(
                Files.exists(folder)
                        ? "--from takes the folder that the files lie in, not one of them: " + folder
                        : "--from: there is no folder " + folder + ".");
    }

    /** The shell leaves a tilde alone in --from=~/models. */
    private Path path(String from) {
        String home = System.getProperty("user.home");
        String path = from.equals("~") || from.startsWith("~/") ? home + from.substring(1) : from;
        return workingDirectory.resolve(path).toAbsolutePath().normalize();
    }

    private static URI address(String from) throws UsageException {
        try {
            return URI.create(from);
        } catch (IllegalArgumentException e) {
            throw new UsageException("--from: '" + from + "' is no address; a blank in it is written %20");
        }
    }

    private static Path local(URI address, String from) throws UsageException {
        try {
            return Path.of(address).normalize();
        } catch (IllegalArgumentException e) {
            throw new UsageException("--from: '" + from + "' names no folder; one is file:///home/me/model");
        }
    }
}
