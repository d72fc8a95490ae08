package org.electrongap.load;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.electrongap.load.format.CorrectionsFile;
import org.electrongap.load.record.Fault;

/** Reads a {@code datapackage.json} and tells every fault of it. */
final class PackageReader {

    private static final ObjectMapper JSON = new ObjectMapper();

    private final Storage storage;
    private final String folder;
    private final String file;
    private final List<Fault> faults = new ArrayList<>();

    PackageReader(Storage storage, String folder) {
        this.storage = storage;
        this.folder = folder;
        this.file = DataPackage.below(folder, DataPackage.FILE);
    }

    DataPackage read() throws IOException {
        JsonNode root = parse();
        String name = root.path("name").asText("");
        if (!name.matches("[a-z0-9][a-z0-9._-]*")) {
            faults.add(new Fault(
                    "package",
                    "\"name\"",
                    "it is '" + name + "'",
                    "the name of a data set is part of every slice: lower case letters, digits, '.', '_', '-'",
                    "Name the data set as its folder is named"));
        }
        List<Resource> resources = resources(root, name);
        checkCorrections(resources);
        if (!faults.isEmpty()) {
            throw new InputRejected(file, faults);
        }
        return new DataPackage(name, root.path("title").asText(name), folder, resources);
    }

    private void checkCorrections(List<Resource> resources) throws IOException {
        String corrections = DataPackage.below(folder, ResourceCorrections.FILE);
        if (faults.isEmpty() && storage.exists(corrections)) {
            Set<String> names = resources.stream().map(Resource::name).collect(Collectors.toSet());
            CorrectionsFile.checkResources(() -> storage.open(corrections), names, faults);
        }
    }

    private JsonNode parse() throws IOException {
        try (InputStream in = storage.open(file)) {
            return JSON.readTree(in);
        } catch (JsonProcessingException e) {
            String where = e.getLocation() == null
                    ? "the whole file"
                    : "line " + e.getLocation().getLineNr() + ", column "
                            + e.getLocation().getColumnNr();
            throw new InputRejected(
                    file,
                    List.of(new Fault(
                            "package",
                            where,
                            "it is not JSON: " + e.getOriginalMessage(),
                            "nothing of the data set can be read",
                            "Correct the file there")));
        } catch (NoSuchFileException | FileNotFoundException e) {
            throw new InputRejected(
                    file,
                    List.of(new Fault(
                            "package",
                            folder,
                            "there is no " + DataPackage.FILE,
                            "it makes a folder a data set",
                            "Name a folder that has one; the manual shows the shortest form")));
        }
    }

    private List<Resource> resources(JsonNode root, String dataset) {
        JsonNode list = root.path("resources");
        if (!list.isArray() || list.isEmpty()) {
            faults.add(new Fault(
                    "package",
                    "\"resources\"",
                    "there is none",
                    "a data set without resources holds nothing",
                    "Add one object with name, path, table, publisher and editions for each kind of file"));
        }
        List<Resource> resources = new ArrayList<>();
        Set<String> names = new HashSet<>();
        int position = 0;
        for (JsonNode node : list) {
            ResourceReader reader = new ResourceReader(node, root, dataset, folder, position++, faults);
            reader.read().ifPresent(resources::add);
            if (!names.add(node.path("name").asText())) {
                faults.add(reader.fault(
                        "name", "two resources have this name", "slices would mix", "Give each its own name"));
            }
        }
        return resources;
    }
}
