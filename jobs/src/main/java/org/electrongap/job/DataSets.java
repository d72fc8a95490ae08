package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.electrongap.load.DataPackage;
import org.electrongap.load.Resource;
import org.electrongap.load.Storage;
import org.electrongap.load.Storages;
import org.electrongap.report.page.SourceTerms;

/** The data sets that {@code --datasets} names. */
final class DataSets {

    private DataSets() {}

    /** The resources of these data sets of the run, or of all. */
    static List<Resource> resources(RunContext.Environment environment, Storage storage, List<String> datasets) {
        try {
            List<DataPackage> packages = packages(environment, storage);
            requireKnown(datasets, packages, environment.datasets());
            return packages.stream()
                    .filter(set -> datasets.isEmpty() || datasets.contains(set.name()))
                    .flatMap(set -> set.resources().stream())
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the data sets of " + environment.datasets() + " cannot be read", e);
        }
    }

    /** The data sets of the run. */
    static List<DataPackage> packages(RunContext.Environment environment, Storage storage) throws IOException {
        List<DataPackage> packages = new ArrayList<>();
        for (String folder : DataPackage.folders(storage, environment.datasets())) {
            packages.add(DataPackage.read(storage, folder));
        }
        return packages;
    }

    /** Who published each resource of the run's data sets, and under which terms. */
    static List<SourceTerms> terms(RunContext.Environment environment) {
        try {
            return packages(environment, Storages.of(environment::configuration)).stream()
                    .flatMap(set -> set.resources().stream())
                    .map(resource -> new SourceTerms(
                            resource.dataset(),
                            resource.name(),
                            resource.publisher(),
                            resource.citation(),
                            resource.licences(),
                            ""))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the data sets of " + environment.datasets() + " cannot be read", e);
        }
    }

    private static void requireKnown(List<String> datasets, List<DataPackage> packages, String where) {
        List<String> known = packages.stream().map(DataPackage::name).toList();
        List<String> unknown = new ArrayList<>(datasets);
        unknown.removeAll(known);
        if (packages.isEmpty()) {
            throw new InputRejectedException(where + " holds no data set: a folder with a datapackage.json");
        }
        if (!unknown.isEmpty()) {
            throw new InputRejectedException("there is no data set " + String.join(", ", unknown) + " in " + where
                    + "; there are " + String.join(", ", known));
        }
    }
}
