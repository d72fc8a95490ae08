package org.electrongap.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * A folder of data sets that a whole run needs half a minute for: three regions whose figures grow by known amounts, three
 * projects, two claims, six files of plants, and the bundled assumptions with the anchors that the share is forecast from.
 */
final class SmallDataSets {

    static final List<String> PLANT_FILES = List.of("p1", "p2", "p3", "p4", "p5", "p6");

    private static final List<String> REGIONS = List.of("USA", "CHN", "DEU");
    private static final int FIRST_YEAR = 2011;
    private static final int LAST_YEAR = 2024;
    private static final List<String> BUNDLED =
            List.of("assumptions", "annotations", "datacenter_load", "published_forecasts");

    private final Path folder;

    private SmallDataSets(Path folder) {
        this.folder = folder;
    }

    static SmallDataSets in(Path folder) throws IOException {
        SmallDataSets sets = new SmallDataSets(folder);
        sets.write(
                "capacity",
                "core/capacity",
                "capacity-2025",
                "region,year,technology,capacity_gw,basis,source,edition,retrieved,grade,maturity",
                panel("%s,%d,total,%.1f,net_summer,Test agency,2025-03-31,2026-05-01,primary,final", 1000, 50));
        sets.write(
                "generation",
                "core/generation",
                "generation-2025",
                "region,year,technology,generation_twh,basis,source,edition,retrieved,grade,maturity",
                panel("%s,%d,total,%.1f,net,Test agency,2025-03-31,2026-05-01,primary,final", 4000, 100));
        sets.write(
                "demand",
                "core/demand",
                "demand-2025",
                "region,period_start,period_hour,period_length,demand_twh,basis,source,edition,retrieved,grade,maturity",
                Stream.of("end_use", "generation_plus_net_imports")
                        .flatMap(basis -> panel(
                                "%s,%d-01-01,0,P1Y,%.1f," + basis + ",Test agency,2025-03-31,2026-05-01,primary,final",
                                3700,
                                40)
                                .stream())
                        .toList());
        sets.write(
                "datacenter_projects",
                "core/datacenter_projects",
                "projects",
                "record_id,name,record_kind,country,subdivisions,stage,power_kind,power_mw,announced,source,edition,"
                        + "retrieved,grade",
                List.of(
                        "a,Alpha campus,load,USA,US-TX,announced,facility,300,2025-01-21,One register,2025-03-31,2026-05-01,primary",
                        "b,Beta campus,load,USA,US-VA,under_construction,facility,120,2024-05-01,One register,2025-03-31,2026-05-01,primary",
                        "c,Gamma reactor,supply,USA,US-PA,announced,nameplate,835,2024-09-20,One register,2025-03-31,2026-05-01,primary"));
        sets.write(
                "claims",
                "core/claims",
                "claims",
                "claim_id,subject,metric,region,comparison_region,year,value,unit,comparator,statement,source,edition,"
                        + "retrieved,grade",
                List.of(
                        "usa-capacity,installed capacity,capacity,USA,,2024,1650,GW,about,The United States had about 1650 GW.,An article,2025-03-31,2026-05-01,secondary",
                        "mood,public opinion,mood,USA,,2024,50,percent,about,Half of all people worry.,An article,2025-03-31,2026-05-01,secondary"));
        for (String name : PLANT_FILES) {
            sets.restorePlants(name);
        }
        sets.describe("plants", "core/plants", PLANT_FILES);
        for (String name : BUNDLED) {
            sets.copyBundled(name);
        }
        return sets;
    }

    /** The sound file of forty plants. */
    void restorePlants(String name) throws IOException {
        Files.createDirectories(folder.resolve("plants"));
        Files.writeString(plants(name), soundPlants(name));
    }

    String soundPlants(String name) {
        List<String> rows = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            rows.add(name + "-" + i + ",Kraftwerk Süd " + i + ",DEU,51,9,gas,Gas,100." + i
                    + ",1999,Owner,net_summer,Test agency,2025-03-31,2026-05-01,primary");
        }
        return "plant_id,name,country,latitude,longitude,technology,technology_reported,capacity_mw,commissioned_year,owner,"
                + "basis,source,edition,retrieved,grade\n" + String.join("\n", rows) + "\n";
    }

    Path plants(String name) {
        return folder.resolve("plants").resolve(name + ".csv");
    }

    Path capacity() {
        return folder.resolve("capacity").resolve("capacity-2025.csv");
    }

    private static List<String> panel(String form, double start, double yearly) {
        List<String> rows = new ArrayList<>();
        for (String region : REGIONS) {
            int scale = REGIONS.indexOf(region) + 1;
            for (int year = FIRST_YEAR; year <= LAST_YEAR; year++) {
                double value = start + yearly * scale * (year - FIRST_YEAR);
                rows.add(String.format(Locale.ROOT, form, region, year, value));
            }
        }
        return rows;
    }

    private void write(String dataset, String table, String resource, String header, List<String> rows)
            throws IOException {
        Path home = Files.createDirectories(folder.resolve(dataset));
        Files.writeString(home.resolve(resource + ".csv"), header + "\n" + String.join("\n", rows) + "\n");
        describe(dataset, table, List.of(resource), List.of(header.split(",")));
    }

    private void describe(String dataset, String table, List<String> resources) throws IOException {
        describe(dataset, table, resources, List.of());
    }

    private void describe(String dataset, String table, List<String> resources, List<String> columns)
            throws IOException {
        String schema = columns.isEmpty()
                ? ""
                : ", \"schema\": {\"fields\": ["
                        + String.join(
                                ", ",
                                columns.stream()
                                        .map(column -> "{\"name\": \"" + column + "\"}")
                                        .toList())
                        + "]}";
        String described = String.join(
                ",\n",
                resources.stream()
                        .map(name ->
                                "{\"name\": \"" + name + "\", \"path\": \"" + name + ".csv\", \"table\": \"" + table
                                        + "\", \"publisher\": \"Test agency\", \"format\": \"csv\","
                                        + " \"editions\": {\"column\": \"edition\"}" + schema + "}")
                        .toList());
        Files.writeString(
                folder.resolve(dataset).resolve("datapackage.json"),
                "{\"name\": \"" + dataset + "\", \"resources\": [" + described + "]}");
    }

    private void copyBundled(String name) throws IOException {
        Path from = Path.of("..", "datasets", name);
        Path to = Files.createDirectories(folder.resolve(name));
        try (Stream<Path> files = Files.list(from)) {
            for (Path file : files.toList()) {
                Files.copy(file, to.resolve(file.getFileName()));
            }
        }
    }
}
