package dev.sanad.cli;

import com.fasterxml.jackson.databind.ObjectMapper;
import dev.sanad.config.Settings.LogLevel;
import dev.sanad.llm.CatalogueModel;
import dev.sanad.llm.Megabytes;
import dev.sanad.llm.ModelFolder;
import dev.sanad.llm.ModelState;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

@Command(
        name = "list",
        description = "Shows the models that can be fetched, and what of them is installed.",
        footer = {"", "Examples:", "  ./sanad model list", "  ./sanad model list --json"})
final class ModelListCommand implements Callable<Integer> {
    @CommandLine.ParentCommand
    private ModelCommand model;

    @CommandLine.Mixin
    private CommonOptions options;

    @CommandLine.Option(names = "--json", description = "Prints one JSON array and nothing else.")
    private boolean json;

    @Override
    public Integer call() throws Exception {
        App app = App.start(model.main(), options, LogLevel.WARN);
        List<CatalogueModel> models = app.modelCatalogue().models();
        if (json) {
            var rows = new ArrayList<Map<String, Object>>();
            for (CatalogueModel each : models) {
                rows.add(row(each, app.modelFolders().of(each)));
            }
            System.out.println(new ObjectMapper().writeValueAsString(rows));
            return Main.OK;
        }
        for (CatalogueModel each : models) {
            print(each, app.modelFolders().of(each));
        }
        return Main.OK;
    }

    private static Map<String, Object> row(CatalogueModel model, ModelFolder folder) throws IOException {
        ModelState state = folder.state();
        var row = new LinkedHashMap<String, Object>();
        row.put("id", model.id());
        row.put("purpose", model.purpose());
        row.put("languages", model.languages());
        row.put("dimension", model.dimension());
        row.put("licence", model.licence());
        row.put("author", model.author());
        row.put("source", model.page().toString());
        row.put("bytes", model.bytes());
        row.put("state", state.getClass().getSimpleName().toLowerCase(Locale.ROOT));
        row.put("folder", folder.path().toString());
        row.put("disk", state.bytes());
        row.put(
                "sha256",
                state instanceof ModelState.Installed it ? it.manifest().sha256() : Map.of());
        return row;
    }

    private static void print(CatalogueModel model, ModelFolder folder) throws IOException {
        ModelState state = folder.state();
        System.out.println(model.id());
        line("good for", model.purpose());
        line("languages", model.languages());
        line("vectors", model.dimension() + " dimensions");
        line("licence", model.licence() + ", by " + model.author());
        line("source", model.page().toString());
        line("download", Megabytes.of(model.bytes()));
        switch (state) {
            case ModelState.Absent absent ->
                line("installed", "no; ./sanad model get " + model.id() + " fetches it into " + folder.path());
            case ModelState.Begun begun ->
                line(
                        "installed",
                        "no; " + Megabytes.of(begun.bytes()) + " are fetched, and ./sanad model get " + model.id()
                                + " goes on from there");
            case ModelState.Damaged damaged ->
                line(
                        "installed",
                        "damaged: " + damaged.why() + "; ./sanad model get " + model.id() + " mends it (in "
                                + folder.path() + ")");
            case ModelState.Installed installed -> {
                line("installed", Megabytes.of(installed.bytes()) + " in " + folder.path());
                line("from", installed.manifest().source());
                installed.manifest().sha256().forEach((name, sum) -> line("sha256", sum + "  " + name));
            }
        }
    }

    private static void line(String name, String value) {
        System.out.printf("  %-10s %s%n", name, value);
    }
}
