package dev.sanad;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The rooms of ARCHITECTURE.md and the direction of their dependencies. */
class RoomsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("dev.sanad");

    /** What a room may know directly; it may also know what those know. */
    private static final Map<String, Set<String>> MAY_KNOW = Map.ofEntries(
            Map.entry("article", Set.of()),
            Map.entry("config", Set.of()),
            Map.entry("text", Set.of("article")),
            Map.entry("store", Set.of("article")),
            Map.entry("index", Set.of("text")),
            Map.entry("ingest", Set.of("index", "llm", "store")),
            Map.entry("llm", Set.of("config")),
            Map.entry("retrieve", Set.of("index", "llm", "store")),
            Map.entry("answer", Set.of("retrieve")),
            Map.entry("conversation", Set.of("answer")),
            Map.entry("render", Set.of("answer")),
            Map.entry("telegram", Set.of("conversation", "render", "ingest")),
            Map.entry("eval", Set.of("answer", "ingest")));

    @Test
    void everyRoomKnowsOnlyWhatItMay() {
        MAY_KNOW.keySet().forEach(room -> {
            Set<String> allowed = reachable(room);
            noClasses()
                    .that()
                    .resideInAPackage("dev.sanad." + room + "..")
                    .should()
                    .dependOnClassesThat(in(
                            "another room than " + allowed,
                            name -> name.startsWith("dev.sanad.") && !allowed.contains(name.split("\\.")[2])))
                    .because("dependencies point one way")
                    .allowEmptyShould(true)
                    .check(CLASSES);
        });
    }

    @Test
    void everyClassStandsInARoomThatIsListed() {
        noClasses()
                .should(com.tngtech.archunit.lang.conditions.ArchConditions.be(in(
                        "outside every room",
                        name -> name.startsWith("dev.sanad.")
                                && !name.startsWith("dev.sanad.cli.")
                                && !MAY_KNOW.containsKey(name.split("\\.")[2]))))
                .check(CLASSES);
    }

    @Test
    void roomsHaveNoCycles() {
        SlicesRuleDefinition.slices()
                .matching("dev.sanad.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }

    @Test
    void theBotsOwnRoomsHaveNoCyclesEither() {
        SlicesRuleDefinition.slices()
                .matching("dev.sanad.telegram.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
        noClasses()
                .that()
                .resideInAPackage("dev.sanad.telegram.wire..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("dev.sanad.telegram.read..", "dev.sanad.telegram.reply..")
                .because("what carries messages does not know what they say")
                .check(CLASSES);
    }

    @ParameterizedTest
    @CsvSource({
        "org.apache.lucene., index retrieve",
        "org.telegram., telegram",
        "okhttp3., telegram",
        "dev.langchain4j., llm retrieve answer conversation",
        "ai.onnxruntime., llm",
        "ai.djl., llm",
        "java.sql., store",
        "org.jdbi., store",
        "org.sqlite., store",
        "org.flywaydb., store",
        "org.jsoup., ingest telegram",
        "org.yaml., config ingest",
        "com.ibm.icu., text ingest",
        "org.apache.commons.statistics., eval",
        "picocli., cli",
        "org.jline., cli",
        "me.tongfei., cli"
    })
    void aLibraryIsKnownOnlyToItsRooms(String library, String rooms) {
        Set<String> allowed = Set.of(rooms.split(" "));
        noClasses()
                .that(in("outside " + rooms, name -> !allowed.contains(name.split("\\.")[2])))
                .should()
                .dependOnClassesThat(in(library + "*", name -> name.startsWith(library)))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    private static Set<String> reachable(String room) {
        Set<String> rooms = new HashSet<>(Set.of(room));
        for (String next : MAY_KNOW.getOrDefault(room, Set.of())) {
            rooms.addAll(reachable(next));
        }
        return rooms;
    }

    private static DescribedPredicate<JavaClass> in(
            String description, java.util.function.Predicate<String> predicate) {
        return DescribedPredicate.describe(description, type -> predicate.test(type.getName()));
    }
}
