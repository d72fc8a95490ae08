package org.electrongap.load.format;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Source;
import org.electrongap.table.TableName;

/**
 * A mapping to begin with, for a register of projects or a panel of countries that no format fits. It proposes a column only where the names agree;
 * what it cannot know it leaves as {@code "?"}, which a check rejects until somebody has decided it.
 */
public final class MappingDraft {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int WORDS = 25;
    private static final Charset WINDOWS = Charset.forName("windows-1252");

    private static final Pattern IT = Pattern.compile("^(critical)?it(mw|load|power|capacity)");

    /** What registers call the things that our columns hold, in plain letters. */
    private static final Map<String, List<String>> NAMES = new LinkedHashMap<>();

    static {
        NAMES.put(
                "record_id",
                List.of("id", "projectid", "caseid", "caseno", "casenumber", "recordid", "uniqueid", "key"));
        NAMES.put("name", List.of("name", "projectname", "facilityname", "project", "facility", "title", "campus"));
        NAMES.put("developer", List.of("developer", "operator", "owner", "company", "applicant"));
        NAMES.put("tenant", List.of("tenant", "enduser", "user", "users"));
        NAMES.put("utility", List.of("utility", "powerprovider", "electricutility"));
        NAMES.put("country", List.of("country", "countrycode", "iso2", "iso3"));
        NAMES.put("subdivisions", List.of("state", "stateabb", "province"));
        NAMES.put("county", List.of("county", "locality", "municipality"));
        NAMES.put("place", List.of("address", "city", "location", "place"));
        NAMES.put("latitude", List.of("latitude", "lat", "y"));
        NAMES.put("longitude", List.of("longitude", "lon", "lng", "long", "x"));
        NAMES.put("stage", List.of("stage", "status", "projectstatus", "phase", "currentstatus"));
        NAMES.put(
                "power_mw",
                List.of(
                        "mw",
                        "powermw",
                        "capacitymw",
                        "megawatts",
                        "loadmw",
                        "itmw",
                        "itloadmw",
                        "itpowermw",
                        "itcapacitymw",
                        "criticalitmw",
                        "criticalitloadmw",
                        "currentpowermw",
                        "totalpowermw",
                        "powercapacitymw",
                        "facilitymw",
                        "facilitypowermw",
                        "sizemw",
                        "power",
                        "size",
                        "load"));
        NAMES.put("announced", List.of("announced", "announcementdate", "dateannounced"));
        NAMES.put("expected", List.of("expected", "expecteddate", "inservicedate", "completiondate", "opening"));
    }

    private final CsvHeader header;
    private final Charset encoding;
    private final Optional<String> sheet;
    private final char separator;
    private final ColumnProfile profile;
    private final Map<String, Set<String>> words = new HashMap<>();

    private MappingDraft(CsvHeader header, Charset encoding, Optional<String> sheet, char separator) {
        this.header = header;
        this.encoding = encoding;
        this.sheet = sheet;
        this.separator = separator;
        this.profile = new ColumnProfile(header);
    }

    /**
     * What the file's columns hold, and a mapping to begin with, as lines for people; empty for a file without rows.
     *
     * @throws DamagedFile when the file is no text
     */
    public static List<String> of(Source source) {
        try {
            return read(source, StandardCharsets.UTF_8);
        } catch (DamagedFile notUtf8) {
            return read(source, WINDOWS);
        }
    }

    private static List<String> read(Source source, Charset encoding) {
        Optional<String> sheet = widestSheet(source);
        char separator = sheet.isPresent() ? ',' : Separators.of(source, encoding);
        Beginning file = new Beginning(encoding, sheet, separator);
        Lines.of(source, encoding, separator, List.of(), sheet).forEach(file::take);
        return file.draft().map(MappingDraft::lines).orElse(List.of());
    }

    /** Keeps the first lines, among which the header is, and only looks at those behind them. */
    private static final class Beginning {

        private final Charset encoding;
        private final Optional<String> sheet;
        private final char separator;
        private final List<Lines.Line> first = new ArrayList<>();
        private Optional<MappingDraft> draft = Optional.empty();

        Beginning(Charset encoding, Optional<String> sheet, char separator) {
            this.encoding = encoding;
            this.sheet = sheet;
            this.separator = separator;
        }

        void take(Lines.Line line) {
            if (draft.isPresent()) {
                draft.get().see(line.fields());
                return;
            }
            first.add(line);
            if (first.size() == PublisherCsv.PREAMBLE) {
                begin();
            }
        }

        private void begin() {
            int header = widest(first);
            MappingDraft begun =
                    new MappingDraft(new CsvHeader(first.get(header).fields()), encoding, sheet, separator);
            first.subList(header + 1, first.size()).forEach(line -> begun.see(line.fields()));
            draft = Optional.of(begun);
        }

        Optional<MappingDraft> draft() {
            if (draft.isEmpty() && !first.isEmpty()) {
                begin();
            }
            return draft;
        }
    }

    /** The sheet of a workbook whose header names most columns; empty for a text. */
    private static Optional<String> widestSheet(Source source) {
        try {
            if (!Workbook.isOne(source)) {
                return Optional.empty();
            }
        } catch (IOException e) {
            throw Text.damaged(e, source, StandardCharsets.UTF_8, 0);
        }
        Map<String, Long> columns = new LinkedHashMap<>();
        try (Workbook book = Workbook.open(source)) {
            book.sheets()
                    .forEach(name -> book.forEach(name, line -> {
                        columns.merge(name, filled(line), Math::max);
                        return line.number() < PublisherCsv.PREAMBLE;
                    }));
        }
        return columns.entrySet().stream()
                .reduce((widest, next) -> next.getValue() > widest.getValue() ? next : widest)
                .map(Map.Entry::getKey);
    }

    /** Where the header probably is: titles and notes above it fill fewer cells. */
    private static int widest(List<Lines.Line> lines) {
        int widest = 0;
        for (int i = 1; i < Math.min(lines.size(), PublisherCsv.PREAMBLE); i++) {
            widest = filled(lines.get(i)) > filled(lines.get(widest)) ? i : widest;
        }
        return widest;
    }

    private static long filled(Lines.Line line) {
        return line.fields().stream().filter(field -> !field.isBlank()).count();
    }

    private void see(List<String> fields) {
        profile.see(fields);
        for (int i = 0; i < Math.min(fields.size(), header.size()); i++) {
            Set<String> seen = words.computeIfAbsent(header.names().get(i), name -> new TreeSet<>());
            if (seen.size() <= WORDS && !fields.get(i).isBlank()) {
                seen.add(fields.get(i).strip().toLowerCase(Locale.ROOT));
            }
        }
    }

    private List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("columns of the file:");
        for (int i = 0; i < header.size(); i++) {
            lines.add("  " + profile.line(i, ""));
        }
        Optional<PanelDraft> panel = PanelDraft.of(header, name -> words.getOrDefault(name, Set.of()));
        lines.add("a mapping to begin with, for a "
                + (panel.isPresent() ? "panel of countries" : "register of projects")
                + "; replace each \"?\", then try it with --mapping:");
        lines.addAll(mapping(panel).lines().toList());
        return lines;
    }

    private String mapping(Optional<PanelDraft> panel) {
        ObjectNode root = JSON.createObjectNode();
        root.put("name", "?").put("table", "core/datacenter_projects").put("source", "?");
        if (separator != ',') {
            root.put("separator", Separators.name(separator));
        }
        if (!encoding.equals(StandardCharsets.UTF_8)) {
            root.put("encoding", encoding.name());
        }
        sheet.ifPresent(name -> root.put("sheet", name));
        Set<String> used = panel.map(draft -> draft.write(root)).orElseGet(() -> register(root));
        ArrayNode ignored = root.putArray("ignore");
        header.names().stream().filter(name -> !used.contains(name)).forEach(ignored::add);
        root.putArray("blank").add("n/a").add(panel.isPresent() ? ".." : "TBD").add("unknown");
        try {
            return JSON.writerWithDefaultPrettyPrinter().writeValueAsString(root);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a tree of texts can be written", e);
        }
    }

    private Set<String> register(ObjectNode root) {
        Set<String> used = new LinkedHashSet<>();
        ObjectNode columns = root.putObject("columns");
        NAMES.forEach((column, names) ->
                found(names).ifPresentOrElse(name -> put(columns, column, name, used), () -> unknown(columns, column)));
        columns.putObject("record_kind").put("value", "load");
        columns.putObject("power_kind")
                .put(
                        "value",
                        found(NAMES.get("power_mw")).map(MappingDraft::kind).orElse("unknown"));
        found(NAMES.get("stage")).ifPresent(name -> columns.put("stage_reported", name));
        root.putArray("set_aside")
                .addObject()
                .put("column", "?")
                .put("matches", "?")
                .put("rule", "not_a_project");
        return used;
    }

    /** Whether a power is that of the facility or of its computers alone, where the header says it. */
    private static String kind(String power) {
        String header = plain(power);
        if (IT.matcher(header).find()) {
            return "it";
        }
        return header.startsWith("facility") ? "facility" : "?";
    }

    private Optional<String> found(List<String> names) {
        return names.stream()
                .flatMap(name ->
                        header.names().stream().filter(column -> plain(column).equals(name)))
                .findFirst();
    }

    private void put(ObjectNode columns, String column, String name, Set<String> used) {
        used.add(name);
        switch (column) {
            case "country", "subdivisions" ->
                columns.putObject(column).put("from", name).put("as", column.equals("country") ? "country" : "state");
            case "announced", "expected" ->
                columns.putObject(column).put("from", name).put("as", "date");
            case "power_mw" ->
                columns.putObject(column).put("from", name).put("as", "number").put("unit", "MW");
            case "stage" -> {
                ObjectNode values = columns.putObject(column)
                        .put("from", name)
                        .put("otherwise", "unknown")
                        .putObject("values");
                words.getOrDefault(name, Set.of()).stream().limit(WORDS).forEach(word -> values.put(word, "?"));
            }
            default -> columns.put(column, name);
        }
    }

    private static void unknown(ObjectNode columns, String column) {
        RecordLayout layout = RecordLayout.of(TableName.core("datacenter_projects"));
        if (layout.columns().get(layout.index(column)).required()) {
            columns.put(column, "?");
        }
    }

    /** A name in plain letters and digits. */
    static String plain(String name) {
        return Stream.of(name.toLowerCase(Locale.ROOT).split("[^a-z0-9]+")).reduce("", String::concat);
    }
}
