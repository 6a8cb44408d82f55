package dev.sanad.llm;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Fetching over real connections that break in every way. */
class ModelFetcherTest {
    private static final int HALF = 200_000;
    private static final byte[] MODEL = random(1, 2 * HALF);
    private static final byte[] OTHER = random(2, 2 * HALF);
    private static final byte[] TOKENIZER = random(3, 5_000);
    private static final String ONNX = "onnx/model_quantized.onnx";
    private static final Duration PATIENT = Duration.ofSeconds(20);

    @TempDir
    private Path archive;

    private final List<Duration> pauses = new ArrayList<>();
    private final CatalogueModel model = model(sha256(MODEL).substring(0, 16));
    private FileServer server;

    @BeforeEach
    void start() throws IOException {
        server = new FileServer()
                .put("tokenizer.json", TOKENIZER, "\"t1\"")
                .put(ONNX, MODEL, "\"m1\"")
                .put("SHA256SUMS", sums(MODEL), "");
    }

    @AfterEach
    void stop() {
        server.close();
    }

    @Test
    void aModelIsInstalledWithItsChecksumsAndPrefixes() throws Exception {
        List<ReceivedFile> files = fetch();

        assertThat(files)
                .containsExactly(
                        new ReceivedFile("tokenizer.json", sha256(TOKENIZER), VouchedBy.SUMS),
                        new ReceivedFile("model.onnx", sha256(MODEL), VouchedBy.SUMS));
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
        assertThat(Files.readString(folder().resolve("model.json")))
                .isEqualToIgnoringWhitespace("""
                {"id": "small",
                 "sha256": {"tokenizer.json": "%s", "model.onnx": "%s"},
                 "query-prefix": "query: ", "passage-prefix": "passage: ",
                 "licence": "MIT", "source": "%s"}""".formatted(sha256(TOKENIZER), sha256(MODEL), server.url()));
        assertThat(names()).containsExactlyInAnyOrder("model.json", "model.onnx", "tokenizer.json");
        assertThat(server.sent()).isEqualTo(MODEL.length + TOKENIZER.length + sums(MODEL).length);
    }

    @Test
    void aCutConnectionIsTakenUpWhereItBroke() throws Exception {
        server.next(ONNX, FileServer.cutAfter(HALF));

        fetch();

        assertThat(server.requests(ONNX).getLast().headers())
                .containsEntry("range", "bytes=" + HALF + "-")
                .containsEntry("if-range", "\"m1\"");
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
        assertThat(server.sent()).isEqualTo(MODEL.length + TOKENIZER.length + sums(MODEL).length);
    }

    @Test
    void aSecondRunGoesOnWhereTheFirstStopped() throws Exception {
        server.next(ONNX, FileServer.cutAfter(HALF));
        for (int i = 0; i < 4; i++) {
            server.next(ONNX, FileServer.status(503));
        }

        FetchException failure = failure();
        assertThat(failure.kind()).isEqualTo(FetchException.Kind.SOURCE);
        assertThat(failure)
                .hasMessage(server.url() + ONNX + " answered 503. 0.2 MB are kept: run it again to go on from there.");
        assertThat(state()).isInstanceOf(ModelState.Begun.class);

        fetch();
        assertThat(server.requests(ONNX)).hasSize(6);
        assertThat(server.requests(ONNX).getLast().range()).isEqualTo("bytes=" + HALF + "-");
        assertThat(state()).isInstanceOf(ModelState.Installed.class);
        assertThat(server.sent())
                .as("no byte of a model comes twice, and the tokenizer was there")
                .isLessThanOrEqualTo(MODEL.length + 2 * TOKENIZER.length + 2 * sums(MODEL).length);
    }

    @Test
    void whatIsThereIsNotFetchedAgain() throws Exception {
        fetch();
        Files.write(folder().resolve("tokenizer.json"), new byte[] {1});
        assertThat(state())
                .isEqualTo(new ModelState.Damaged(
                        "tokenizer.json has changed", 1 + MODEL.length + Files.size(folder().resolve("model.json"))));
        server.next(ONNX, exchange -> exchange.head(200, MODEL.length));

        fetch();

        assertThat(state()).isInstanceOf(ModelState.Installed.class);
        assertThat(Files.readAllBytes(folder().resolve("tokenizer.json"))).isEqualTo(TOKENIZER);
        assertThat(pauses).as("the body that did not come was not waited for").isEmpty();
    }

    @Test
    void aServerWithoutRangesBeginsAnew() throws Exception {
        server.putWithoutRanges(ONNX, MODEL).next(ONNX, FileServer.cutAfter(HALF));

        fetch();

        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aFileThatChangedInBetweenIsBegunAnew() throws Exception {
        server.put(ONNX, OTHER, "\"m0\"").next(ONNX, FileServer.cutAfter(HALF)).next(ONNX, exchange -> {
            server.put(ONNX, MODEL, "\"m1\"");
            exchange.file(Integer.MAX_VALUE);
        });

        fetch();

        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aPartOfAnotherVersionIsNotAppendedEvenWhereIfRangeIsIgnored() throws Exception {
        server.put(ONNX, OTHER, "\"m0\"").next(ONNX, FileServer.cutAfter(HALF)).next(ONNX, exchange -> {
            server.put(ONNX, MODEL, "\"m1\"");
            exchange.head(
                    206, HALF, "ETag: \"m1\"", "Content-Range: bytes " + HALF + "-" + (2 * HALF - 1) + "/" + 2 * HALF);
            exchange.body(MODEL, HALF, 2 * HALF);
        });

        fetch();

        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
        assertThat(server.requests(ONNX).getLast().range()).isEmpty();
    }

    @Test
    void aFileThatWasWholeButNotYetInstalledIsOnlyChecked() throws Exception {
        leavePart(MODEL);

        fetch();

        assertThat(server.requests(ONNX)).hasSize(1);
        assertThat(server.requests(ONNX).getFirst().range()).isEqualTo("bytes=" + MODEL.length + "-");
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aPartThatIsLongerThanTheFileIsBegunAnew() throws Exception {
        leavePart(Arrays.copyOf(OTHER, MODEL.length + 1));

        fetch();

        assertThat(server.requests(ONNX))
                .extracting(FileServer.Request::range)
                .containsExactly("bytes=" + (MODEL.length + 1) + "-", "");
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aPartFromAnotherAddressIsNotGoneOnWith() throws Exception {
        leavePart(Arrays.copyOf(OTHER, HALF));
        Files.writeString(folder().resolve("model.onnx.part.of"), "http://elsewhere.example/model.onnx\n\"m1\"\n");

        fetch();

        assertThat(server.requests(ONNX)).extracting(FileServer.Request::range).containsExactly("");
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void anotherFileThanWasPromisedIsDeletedAndBothChecksumsAreNamed() throws Exception {
        server.put(ONNX, OTHER, "\"m1\"");

        FetchException failure = failure();

        assertThat(failure.kind()).isEqualTo(FetchException.Kind.CONTENT);
        assertThat(failure).hasMessageContainingAll(sha256(MODEL), sha256(OTHER));
        assertThat(names()).containsExactly("tokenizer.json");
        assertThat(state()).isInstanceOf(ModelState.Begun.class);
    }

    @Test
    void aPartThatRottedIsFoundOutAndTheNextRunBeginsAnew() throws Exception {
        leavePart(Arrays.copyOf(OTHER, HALF));

        assertThat(failure().kind()).isEqualTo(FetchException.Kind.CONTENT);

        fetch();
        assertThat(state()).isInstanceOf(ModelState.Installed.class);
    }

    @Test
    void whatIsNowhereIsNamedWithAllTheNamesThatWereTried() throws Exception {
        server.next(ONNX, FileServer.status(404));

        assertThat(failure())
                .hasMessage(server.url()
                        + " has no onnx/model_quantized.onnx or model_quantized.onnx or model.onnx (404).");
        assertThat(pauses).isEmpty();
    }

    @Test
    void plainNamesDoToo() throws Exception {
        String sums = sha256(OTHER) + " *./model.onnx\n" + sha256(TOKENIZER) + "  tokenizer.json\n";
        server.put("model.onnx", OTHER, "").put("SHA256SUMS", sums.getBytes(StandardCharsets.UTF_8), "");

        fetch();

        assertThat(Files.readAllBytes(folder().resolve("model.onnx")))
                .as("the name that has a checksum comes first")
                .isEqualTo(OTHER);
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 403, 418})
    void aRefusalIsFinalAndSaid(int status) throws Exception {
        server.next(ONNX, FileServer.status(status));

        assertThat(failure()).hasMessageStartingWith(server.url() + ONNX + " answered " + status);
        assertThat(server.requests(ONNX)).hasSize(1);
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatAsksToWaitIsGivenItsTime() throws Exception {
        server.next(ONNX, FileServer.status(429, "Retry-After: 17"));

        fetch();

        assertThat(pauses).containsExactly(Duration.ofSeconds(17));
    }

    @Test
    void aServerThatAsksForTooMuchPatienceIsLeftAlone() {
        server.next(ONNX, FileServer.status(429, "Retry-After: 3600"));

        assertThat(failure()).hasMessage(server.url() + ONNX + " answered 429, and asks to come back in 3600 s.");
        assertThat(pauses).isEmpty();
    }

    @Test
    void aServerThatFailsIsAskedAFewTimesWithLongerPauses() {
        for (int i = 0; i < 9; i++) {
            server.next(ONNX, FileServer.status(500));
        }

        assertThat(failure()).hasMessage(server.url() + ONNX + " answered 500.");
        assertThat(server.requests(ONNX)).hasSize(4);
        assertThat(pauses).containsExactly(Duration.ofSeconds(1), Duration.ofSeconds(2), Duration.ofSeconds(4));
    }

    @Test
    void aServerThatFallsSilentIsAskedAgainForTheRest() throws Exception {
        server.next(ONNX, FileServer.silentAfter(HALF));

        fetch(new WebSource(server.url(), Duration.ofMillis(300), pauses::add));

        assertThat(server.requests(ONNX).getLast().range()).isEqualTo("bytes=" + HALF + "-");
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aServerThatNeverAnswersIsGivenUp() {
        for (int i = 0; i < 4; i++) {
            server.next("SHA256SUMS", FileServer.Exchange::waitForTheClientToGo);
        }

        var source = new WebSource(server.url(), Duration.ofMillis(100), pauses::add);
        assertThat(failure(source)).hasMessage(server.url() + "SHA256SUMS did not answer within 0.1 s.");
    }

    @Test
    void nobodyIsAskedTwiceWhoCannotBeReached() {
        assertThat(failure(source(URI.create("http://127.0.0.1:1/"))))
                .hasMessage("http://127.0.0.1:1/SHA256SUMS cannot be reached: the connection is refused.");
        assertThat(pauses).isEmpty();
    }

    @Test
    void theHubsHeaderOnTheWayToItsStorageSaysTheChecksum() throws Exception {
        hub(ONNX, sha256(MODEL), MODEL);
        hub("tokenizer.json", sha256(TOKENIZER), TOKENIZER);

        assertThat(fetch()).extracting(ReceivedFile::by).containsExactly(VouchedBy.HUB, VouchedBy.HUB);
        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aRangeIsAskedOfTheStorageToo() throws Exception {
        hub(ONNX, sha256(MODEL), MODEL);
        hub("tokenizer.json", sha256(TOKENIZER), TOKENIZER);
        hub(ONNX, sha256(MODEL), MODEL);
        server.next("storage/" + ONNX, FileServer.cutAfter(HALF));

        fetch();

        assertThat(server.requests("storage/" + ONNX).getLast().range()).isEqualTo("bytes=" + HALF + "-");
    }

    @Test
    void aHubThatHasAnotherFileThanIsKnownIsNotFetchedFrom() throws Exception {
        hub("tokenizer.json", sha256(TOKENIZER), TOKENIZER);
        hub(ONNX, sha256(OTHER), OTHER);

        assertThat(failure())
                .hasMessageContainingAll(
                        "another model.onnx than Sanad knows",
                        sha256(OTHER),
                        model.parts().getLast().knownBeginning());
        assertThat(names()).as("nothing of it was written").containsExactly("tokenizer.json");
    }

    @Test
    void theHubsWordIsHeldAgainstWhatCame() throws Exception {
        hub("tokenizer.json", sha256(OTHER), TOKENIZER);

        assertThat(failure()).hasMessageContainingAll("the hub says " + sha256(OTHER), sha256(TOKENIZER));
    }

    @Test
    void whatNobodyVouchesForIsNotFetchedFromTheWeb() {
        server.next("SHA256SUMS", FileServer.status(404));

        FetchException failure = failure();

        assertThat(failure.kind()).isEqualTo(FetchException.Kind.CONTENT);
        assertThat(failure).hasMessageContainingAll("tokenizer.json", "SHA256SUMS", "--from FOLDER");
        assertThat(names()).isEmpty();
    }

    @Test
    void theCatalogueVouchesForAFileWhoseBeginningItKnows() throws Exception {
        String tokenizerAlone = sha256(TOKENIZER) + "  tokenizer.json\n";
        server.put("SHA256SUMS", tokenizerAlone.getBytes(StandardCharsets.UTF_8), "");

        assertThat(fetch()).extracting(ReceivedFile::by).containsExactly(VouchedBy.SUMS, VouchedBy.CATALOGUE);

        server.put(ONNX, OTHER, "\"m2\"");
        new ModelFolders(archive).remove("small");
        assertThat(failure()).hasMessageContaining(model.parts().getLast().knownBeginning() + "…");
    }

    @Test
    void redirectsWithoutEndAreNotFollowed() {
        for (int i = 0; i < 20; i++) {
            server.next(ONNX, FileServer.status(302, "Location: /" + ONNX));
        }

        assertThat(failure()).hasMessage(server.url() + ONNX + " redirects more than 10 times.");
        assertThat(server.requests(ONNX)).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Location: file:///etc/passwd", "Location: ht tp://x", "X-None: x"})
    void redirectsToWhatIsNoWebAddressAreNotFollowed(String location) {
        server.next(ONNX, FileServer.status(302, location));

        assertThat(failure()).hasMessageContaining("no safe address");
    }

    @Test
    void aServerThatAnnouncesMoreThanItHasIsFoundOutWhenItSaysTheTruth() throws Exception {
        server.next(ONNX, exchange -> {
            exchange.head(200, MODEL.length + 1000, "ETag: \"m1\"");
            exchange.body(MODEL, 0, MODEL.length);
        });

        fetch();

        assertThat(Files.readAllBytes(folder().resolve("model.onnx"))).isEqualTo(MODEL);
    }

    @Test
    void aServerThatAnnouncesLessThanItHasGivesADamagedFile() {
        server.next(ONNX, exchange -> {
            exchange.head(200, HALF);
            exchange.body(MODEL, 0, MODEL.length);
        });

        assertThat(failure()).hasMessageContaining("model.onnx is damaged");
    }

    @Test
    void aFileThatTheDiskHasNoRoomForIsNotBegun() {
        server.next(ONNX, exchange -> {
            exchange.head(200, 900_000_000_000_000_000L);
            exchange.body(MODEL, 0, HALF);
        });

        FetchException failure = failure();

        assertThat(failure.kind()).isEqualTo(FetchException.Kind.DISK);
        assertThat(failure).hasMessageContaining("needs 900000000000.0 MB more");
        assertThat(names()).containsExactly("tokenizer.json");
    }

    @Test
    void aSecondProcessIsToldToWait() throws Exception {
        var inside = new CountDownLatch(1);
        var done = new CountDownLatch(1);
        server.next(ONNX, exchange -> {
            inside.countDown();
            await(done);
            exchange.file(Integer.MAX_VALUE);
        });
        Thread first = Thread.ofVirtual().start(() -> {
            try {
                fetch();
            } catch (FetchException | IOException | InterruptedException e) {
                throw new AssertionError(e);
            }
        });
        inside.await();

        assertThat(failure().kind()).isEqualTo(FetchException.Kind.BUSY);
        assertThatExceptionOfType(FetchException.class)
                .isThrownBy(() -> new ModelFolders(archive).remove("small"))
                .withMessageContaining("Another process");

        done.countDown();
        first.join();
        assertThat(state()).isInstanceOf(ModelState.Installed.class);
    }

    @Test
    void aListenerHearsEveryByteOnceWhateverHappens() throws Exception {
        var heard = new ArrayList<String>();
        server.putWithoutRanges(ONNX, MODEL).next(ONNX, FileServer.cutAfter(HALF));
        FetchListener listener = (file, bytes) -> new FetchListener.Transfer() {
            private long sum;

            @Override
            public void step(long more) {
                sum += more;
            }

            @Override
            public void close() {
                heard.add(file + " " + sum + " of " + bytes);
            }
        };

        new ModelFetcher(new ModelFolders(archive), listener).fetch(model, source(server.url()));

        assertThat(heard)
                .containsExactly(
                        "tokenizer.json " + TOKENIZER.length + " of " + TOKENIZER.length,
                        "model.onnx " + MODEL.length + " of " + MODEL.length);
    }

    @Test
    void aFolderWithChecksumsIsCopied() throws Exception {
        Path folder = folderWith(MODEL, true);

        assertThat(fetch(new FolderSource(folder))).extracting(ReceivedFile::by).containsOnly(VouchedBy.SUMS);
        assertThat(state()).isInstanceOf(ModelState.Installed.class);
        assertThat(folder.resolve("model.onnx")).hasBinaryContent(MODEL);
    }

    @Test
    void aFolderWithoutChecksumsIsCopiedAndNobodyVouchesForWhatIsNotKnown() throws Exception {
        assertThat(fetch(new FolderSource(folderWith(MODEL, false))))
                .extracting(ReceivedFile::by)
                .containsExactly(VouchedBy.NOBODY, VouchedBy.CATALOGUE);

        new ModelFolders(archive).remove("small");
        assertThat(fetch(new FolderSource(folderWith(OTHER, false))))
                .extracting(ReceivedFile::by)
                .containsOnly(VouchedBy.NOBODY);
        assertThat(state()).isInstanceOf(ModelState.Installed.class);
    }

    @Test
    void aDamagedFolderIsNotInstalled() throws Exception {
        Path folder = folderWith(MODEL, true);
        Files.write(folder.resolve("model.onnx"), OTHER);

        assertThat(failure(new FolderSource(folder)))
                .hasMessageContainingAll("SHA256SUMS", sha256(MODEL), sha256(OTHER));
        assertThat(state()).isInstanceOf(ModelState.Begun.class);
    }

    @Test
    void aFolderThatLacksAFileIsNamed() throws Exception {
        Path folder = folderWith(MODEL, false);
        Files.delete(folder.resolve("tokenizer.json"));

        assertThat(failure(new FolderSource(folder))).hasMessage(folder + " has no tokenizer.json; lay it there.");
    }

    @Test
    void theCatalogueNamesTheHubsFiles() {
        CatalogueModel first = new ModelCatalogue().models().getFirst();

        assertThat(first.files().resolve(first.parts().getLast().sourceNames().getFirst()))
                .hasToString(
                        "https://huggingface.co/Xenova/multilingual-e5-small/resolve/main/onnx/model_quantized.onnx");
        assertThat(first.bytes()).isEqualTo(130_082_730);
    }

    private void hub(String path, String sha256, byte[] content) {
        server.put("SHA256SUMS", new byte[0], "");
        server.put("storage/" + path, content, "\"s1\"");
        server.next(
                path,
                FileServer.status(
                        302, "X-Linked-Etag: \"" + sha256 + "\"", "Location: /storage/" + path, "ETag: \"x\""));
    }

    private void leavePart(byte[] bytes) throws IOException {
        Files.createDirectories(folder());
        Files.write(folder().resolve("model.onnx.part"), bytes);
        Files.writeString(folder().resolve("model.onnx.part.of"), server.url() + ONNX + "\n\"m1\"\n");
    }

    private Path folderWith(byte[] onnx, boolean checksums) throws IOException {
        Path folder = Files.createDirectories(archive.resolve("given"));
        Files.write(folder.resolve("model.onnx"), onnx);
        Files.write(folder.resolve("tokenizer.json"), TOKENIZER);
        if (checksums) {
            Files.writeString(
                    folder.resolve("SHA256SUMS"),
                    sha256(onnx) + "  model.onnx\n" + sha256(TOKENIZER) + "  tokenizer.json\n");
        }
        return folder;
    }

    private WebSource source(URI url) {
        return new WebSource(url, PATIENT, pauses::add);
    }

    private List<ReceivedFile> fetch() throws FetchException, IOException, InterruptedException {
        return fetch(source(server.url()));
    }

    private List<ReceivedFile> fetch(ModelSource source) throws FetchException, IOException, InterruptedException {
        return new ModelFetcher(new ModelFolders(archive), FetchListener.SILENT).fetch(model, source);
    }

    private FetchException failure() {
        return failure(source(server.url()));
    }

    private FetchException failure(ModelSource source) {
        return catchThrowableOfType(FetchException.class, () -> fetch(source));
    }

    private ModelState state() throws IOException {
        return new ModelFolders(archive).of(model).state();
    }

    private Path folder() {
        return archive.resolve("models/small");
    }

    private List<String> names() {
        String[] names = folder().toFile().list();
        return names == null ? List.of() : List.of(names);
    }

    private static void await(CountDownLatch latch) throws IOException {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IOException(e);
        }
    }

    private static CatalogueModel model(String knownBeginning) {
        return new CatalogueModel(
                "small",
                "tests",
                "none",
                3,
                "MIT",
                "nobody",
                URI.create("http://hub.example/small"),
                URI.create("http://hub.example/small/"),
                List.of(
                        new ModelFile("tokenizer.json", List.of("tokenizer.json"), TOKENIZER.length, ""),
                        new ModelFile(
                                "model.onnx",
                                List.of(ONNX, "model_quantized.onnx", "model.onnx"),
                                MODEL.length,
                                knownBeginning)),
                "query: ",
                "passage: ");
    }

    private static byte[] sums(byte[] onnx) {
        return (sha256(onnx) + "  " + ONNX + "\n" + sha256(TOKENIZER) + "  tokenizer.json\n")
                .getBytes(StandardCharsets.UTF_8);
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
