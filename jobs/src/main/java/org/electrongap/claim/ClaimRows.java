package org.electrongap.claim;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.functions;

/** Claims as rows: of the table, and of a user's own file. */
public final class ClaimRows {

    /** More claims than this are refused: each is judged in the driver against the evidence for all. */
    public static final int MOST_CLAIMS = 100_000;

    /** The columns of a claim that the audit reads; what somebody else found, and the verdict they gave, are not among them. */
    static final List<String> COLUMNS = List.of(
            "claim_id",
            "article",
            "subject",
            "metric",
            "region",
            "comparison_region",
            "year",
            "value",
            "value_high",
            "unit",
            "comparator",
            "basis",
            "comparison",
            "statement");

    private static final List<String> REQUIRED = List.of("claim_id", "subject", "metric", "value", "unit");

    /** Other names that files in the wild use for a column. */
    private static final Map<String, List<String>> ALSO_CALLED =
            Map.of("article", List.of("seed_file"), "statement", List.of("note_en", "quote_ja"));

    private ClaimRows() {}

    /**
     * A user's own claims, ready for {@link ClaimAudit#of}.
     *
     * @param file a row a claim, every column text: {@code claim_id}, {@code subject}, {@code metric}, {@code value} and
     *     {@code unit}, and as far as known {@code article} (or {@code seed_file}), {@code region}, {@code comparison_region},
     *     {@code year}, {@code value_high}, {@code comparator}, {@code basis}, {@code comparison}, {@code statement} (or
     *     {@code note_en}, or {@code quote_ja}); further columns are not read
     * @return the columns of a claim, in the order of {@code core/claims}, as text
     * @throws RejectedClaimsException with every fault of the file: missing columns, or else every faulty claim
     */
    public static Dataset<Row> fromUserFile(Dataset<Row> file) {
        List<String> present = Arrays.asList(file.columns());
        List<String> missing =
                REQUIRED.stream().filter(column -> !present.contains(column)).toList();
        if (!missing.isEmpty()) {
            throw new RejectedClaimsException(List.of("the file has no column " + String.join(", ", missing)
                    + "; its columns are " + String.join(", ", present)));
        }
        Dataset<Row> claims = file.select(
                COLUMNS.stream().map(column -> textOf(column, present)).toArray(Column[]::new));
        List<Map<String, String>> texts = collect(claims);
        List<String> faults = faultsOf(texts);
        if (!faults.isEmpty()) {
            throw new RejectedClaimsException(faults);
        }
        return claims;
    }

    private static Column textOf(String column, List<String> present) {
        List<String> names = new ArrayList<>(List.of(column));
        names.addAll(ALSO_CALLED.getOrDefault(column, List.of()));
        return names.stream()
                .filter(present::contains)
                .findFirst()
                .map(name -> functions.col("`" + name + "`").cast("string"))
                .orElseGet(() -> functions.lit(null).cast("string"))
                .as(column);
    }

    private static List<String> faultsOf(List<Map<String, String>> texts) {
        List<String> faults = new ArrayList<>();
        Set<String> seen = new TreeSet<>();
        Set<String> repeated = new TreeSet<>();
        for (Map<String, String> claim : texts) {
            faults.addAll(ClaimReader.faultsOf(claim));
            String id = claim.get("claim_id");
            if (id != null && !id.isBlank() && !seen.add(id.trim())) {
                repeated.add(id.trim());
            }
        }
        repeated.forEach(
                id -> faults.add("claim '" + id + "': the claim_id stands in more than one row; give each its own"));
        return faults;
    }

    /**
     * The claims of rows with the columns of {@code core/claims} or of {@link #fromUserFile}; of a claim with several
     * editions the newest.
     *
     * @throws RejectedClaimsException when there are more than {@value #MOST_CLAIMS} claims, or some cannot be read
     */
    static List<Claim> claims(List<Map<String, Object>> rows) {
        if (rows.size() > MOST_CLAIMS) {
            throw tooMany();
        }
        Map<String, Map<String, String>> newest = new TreeMap<>();
        for (Map<String, Object> row : rows) {
            Map<String, String> claim = texts(row);
            newest.merge(claim.get("claim_id"), claim, ClaimRows::newer);
        }
        List<String> faults = newest.values().stream()
                .flatMap(claim -> ClaimReader.faultsOf(claim).stream())
                .toList();
        if (!faults.isEmpty()) {
            throw new RejectedClaimsException(faults);
        }
        return newest.values().stream().map(ClaimReader::read).toList();
    }

    /** The claims of a Dataset, as {@link #claims(List)}. */
    static List<Claim> claims(Dataset<Row> rows) {
        List<Map<String, Object>> maps = new ArrayList<>();
        collect(rows.select(Arrays.stream(rows.columns())
                        .map(column ->
                                functions.col("`" + column + "`").cast("string").as(column))
                        .toArray(Column[]::new)))
                .forEach(claim -> maps.add(new LinkedHashMap<>(claim)));
        return claims(maps);
    }

    private static Map<String, String> texts(Map<String, Object> row) {
        Map<String, String> texts = new LinkedHashMap<>();
        List<String> wanted = new ArrayList<>(COLUMNS);
        wanted.addAll(List.of("published", "edition"));
        wanted.forEach(column ->
                texts.put(column, row.get(column) == null ? "" : row.get(column).toString()));
        return texts;
    }

    private static RejectedClaimsException tooMany() {
        return new RejectedClaimsException(
                List.of("there are more than " + MOST_CLAIMS + " claims; split them into several runs"));
    }

    private static Map<String, String> newer(Map<String, String> a, Map<String, String> b) {
        return order(a).compareTo(order(b)) >= 0 ? a : b;
    }

    private static String order(Map<String, String> claim) {
        return claim.getOrDefault("published", "") + "|" + claim.getOrDefault("edition", "") + "|"
                + new TreeMap<>(claim);
    }

    private static List<Map<String, String>> collect(Dataset<Row> rows) {
        List<Row> collected = rows.limit(MOST_CLAIMS + 1).collectAsList();
        if (collected.size() > MOST_CLAIMS) {
            throw tooMany();
        }
        return collected.stream().map(row -> texts(row, rows.columns())).toList();
    }

    private static Map<String, String> texts(Row row, String[] columns) {
        Map<String, String> texts = new LinkedHashMap<>();
        for (int i = 0; i < columns.length; i++) {
            texts.put(columns[i], row.isNullAt(i) ? "" : row.getString(i));
        }
        return texts;
    }
}
