package dev.sanad.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.cli.Sanad.Run;
import dev.sanad.llm.FileServer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ModelCommandTest {
    private static final String ID = "multilingual-e5-small";
    private static final int HALF = 3_000_000;
    private static final byte[] MODEL = random(1, 2 * HALF);
    private static final byte[] TOKENIZER = random(2, 50_000);

    @TempDir
    private Path folder;

    @Test
    void whatIsNotInstalledIsListedWithAllThatOneMayWantToKnow() {
        Run run = model("list");

        assertThat(run.code()).isZero();
        assertThat(run.out())
                .contains(ID, "384 dimensions", "MIT, by intfloat", "130.1 MB")
                .contains("https://huggingface.co/Xenova/multilingual-e5-small")
                .contains("no; ./sanad model get " + ID + " fetches it into " + installed());
    }

    @Test
    void everyKeyOfTheJsonListIsThere() throws Exception {
        JsonNode before = list();
        assertThat(before.fieldNames())
                .toIterable()
                .containsExactly(
                        "id",
                        "purpose",
                        "languages",
                        "dimension",
                        "licence",
                        "author",
                        "source",
                        "bytes",
                        "state",
                        "folder",
                        "disk",
                        "sha256");
        assertThat(before.get("state").asText()).isEqualTo("absent");

        model("get", "--from", given(true).toString());

        JsonNode after = list();
        assertThat(after.get("state").asText()).isEqualTo("installed");
        assertThat(after.get("disk").asLong()).isGreaterThan(MODEL.length + TOKENIZER.length);
        assertThat(after.get("sha256").get("model.onnx").asText()).isEqualTo(sha256(MODEL));
    }

    @Test
    void aModelIsInstalledFromAFolderAndKeptAsLongAsItIsIntact() throws Exception {
        Run run = model("get", ID, "--from", given(true).toString());

        assertThat(run.code()).as(run.err()).isZero();
        assertThat(run.out())
                .startsWith("Installed " + ID + ": 6.1 MB in " + installed())
                .contains(sha256(MODEL) + "  model.onnx, as SHA256SUMS beside it says");
        assertThat(model("get").out()).contains("is installed and intact");

        Files.write(installed().resolve("model.onnx"), TOKENIZER);
        assertThat(model("list").out()).contains("damaged: model.onnx has changed");
        Run again = model("get", "--from", given(true).toString());
        assertThat(again.err()).contains("is damaged (model.onnx has changed) and is fetched again");
        assertThat(installed().resolve("model.onnx")).hasBinaryContent(MODEL);
    }

    @Test
    void whatNothingVouchesForIsSaidToBeSo() throws Exception {
        Run run = model("get", "--from", given(false).toString());

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains(sha256(MODEL) + "  model.onnx\n");
        assertThat(run.err()).contains("nothing vouches for these files");
    }

    @Test
    void aFolderMayBeNamedInEveryWay() throws Exception {
        Path given = given(true);
        String home = System.getProperty("user.home");
        try {
            System.setProperty("user.home", folder.toString());
            for (String from : new String[] {
                given + "/",
                "~/given",
                "~/given/",
                "file:" + given,
                given.toUri().toString()
            }) {
                Run run = model("get", "--from", from);
                assertThat(run.code()).as(from + ": " + run.err()).isZero();
                assertThat(model("remove", ID).code()).isZero();
            }
        } finally {
            System.setProperty("user.home", home);
        }
    }

    @Test
    void removingSaysWhatIsFreeAgainAndWhatThereIsInstead() throws Exception {
        Run none = model("remove", ID);
        assertThat(none.code()).isEqualTo(Main.WRONG);
        assertThat(none.err()).contains("has no model '" + ID + "'; it has none.");
        model("get", "--from", given(true).toString());

        Run other = model("remove", "..");
        assertThat(other.code()).isEqualTo(Main.WRONG);
        assertThat(other.err()).contains("it has: " + ID);

        Files.write(Files.createDirectories(installed().resolve("onnx")).resolve("mine"), new byte[10]);
        Run run = model("remove", ID);
        assertThat(run.code()).isZero();
        assertThat(run.out()).isEqualTo("Removed " + ID + "; 6.1 MB are free again.\n");
        assertThat(installed()).doesNotExist();
    }

    @Test
    void anUnknownModelIsAnsweredWithTheNearestKnownOne() {
        Run run = model("get", "multilingual-e5-smal");

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains("did you mean " + ID + "?").contains("There is: " + ID);
    }

    @ParameterizedTest
    @CsvSource({
        "'', takes a folder",
        "/nowhere/at/all, no folder /nowhere/at/all",
        "ftp://mirror.example/x, begins with https://",
        "https:///x, the address of a folder",
        "https://mirror.example/x?y=z, the address of a folder",
        "file:relative, names no folder",
        "https://mirror.example/a b, is no address"
    })
    void aPlaceThatIsNoneIsWrongUsage(String from, String said) {
        Run run = model("get", "--from", from);

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains(said);
    }

    @Test
    void aFileInsteadOfItsFolderIsWrongUsage() throws Exception {
        Run run = model("get", "--from", given(true).resolve("model.onnx").toString());

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains("the folder that the files lie in");
    }

    @Test
    void aServerThatCannotBeReachedIsUnavailable() {
        Run run = model("get", "--from", "http://127.0.0.1:1/");

        assertThat(run.code()).isEqualTo(Main.UNAVAILABLE);
        assertThat(run.err()).contains("cannot be reached: the connection is refused", "Check the address");
        assertThat(run.out()).isEmpty();
    }

    @Test
    void aDamagedFolderIsUnavailableAndLeavesNothingInstalled() throws Exception {
        Path given = given(true);
        Files.write(given.resolve("model.onnx"), TOKENIZER);

        Run run = model("get", "--from", given.toString());

        assertThat(run.code()).isEqualTo(Main.UNAVAILABLE);
        assertThat(run.err()).contains(sha256(MODEL), sha256(TOKENIZER));
        assertThat(installed().resolve("model.json")).doesNotExist();
    }

    @Test
    void aKilledProcessIsGoneOnWithByTheNextOne() throws Exception {
        try (var server = new FileServer()) {
            server.put("SHA256SUMS", sums().getBytes(StandardCharsets.UTF_8), "")
                    .put("tokenizer.json", TOKENIZER, "\"t\"")
                    .put("model.onnx", MODEL, "\"m\"")
                    .next("model.onnx", FileServer.silentAfter(HALF));
            String from = server.url().toString();
            Path part = installed().resolve("model.onnx.part");
            Path log = folder.resolve("log");
            Process process = new Sanad().start(log, "model", "get", "--archive", folder.toString(), "--from", from);
            try {
                await().atMost(Duration.ofSeconds(60))
                        .until(() -> (Files.exists(part) && Files.size(part) == HALF) || !process.isAlive());
            } finally {
                process.destroyForcibly().waitFor();
            }
            assertThat(process.exitValue())
                    .as("killed, and not done before: " + Files.readString(log))
                    .isEqualTo(137);
            assertThat(model("list").out()).contains("3.1 MB are fetched, and ./sanad model get " + ID + " goes on");

            Run rest = model("get", "--from", from);

            assertThat(rest.code()).as(rest.err()).isZero();
            assertThat(server.requests("model.onnx").getLast().headers())
                    .containsEntry("range", "bytes=" + HALF + "-")
                    .containsEntry("if-range", "\"m\"");
            assertThat(installed().resolve("model.onnx")).hasBinaryContent(MODEL);
            assertThat(model("list").out()).contains(sha256(MODEL) + "  model.onnx");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "list", "get", "remove"})
    void everyCommandHasHelpWithAnExample(String command) {
        String[] line = ("model " + command + " --help").split(" +");
        Run run = new Sanad().run(line);

        assertThat(run.code()).isZero();
        assertThat(run.out()).contains("Example").contains(("./sanad model " + command).strip());
    }

    @Test
    void aModelCommandWithoutMoreSaysWhatThereIs() {
        Run run = new Sanad().run("model");

        assertThat(run.code()).isEqualTo(Main.WRONG);
        assertThat(run.err()).contains("list, get or remove").contains("./sanad model --help");
    }

    private Run model(String command, String... arguments) {
        String[] line = new String[arguments.length + 4];
        line[0] = "model";
        line[1] = command;
        line[2] = "--archive";
        line[3] = folder.toString();
        System.arraycopy(arguments, 0, line, 4, arguments.length);
        return new Sanad().run(line);
    }

    private JsonNode list() throws IOException {
        return new ObjectMapper().readTree(model("list", "--json").out()).get(0);
    }

    private Path installed() {
        return folder.resolve("models").resolve(ID);
    }

    private Path given(boolean checksums) throws IOException {
        Path given = Files.createDirectories(folder.resolve("given"));
        Files.write(given.resolve("model.onnx"), MODEL);
        Files.write(given.resolve("tokenizer.json"), TOKENIZER);
        if (checksums) {
            Files.writeString(given.resolve("SHA256SUMS"), sums());
        }
        return given;
    }

    private static String sums() {
        return sha256(MODEL) + "  model.onnx\n" + sha256(TOKENIZER) + "  tokenizer.json\n";
    }

    private static byte[] random(int seed, int length) {
        byte[] bytes = new byte[length];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static String sha256(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }
}
