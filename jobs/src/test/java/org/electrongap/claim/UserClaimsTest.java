package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.DataTypes;
import org.apache.spark.sql.types.StructField;
import org.apache.spark.sql.types.StructType;
import org.electrongap.SharedSpark;
import org.junit.jupiter.api.Test;

/** A user's own claims, as a file of texts. */
class UserClaimsTest {

    @Test
    void aFileInTheFormOfTheFactFilesIsReadUnderItsOwnColumnNames() {
        Dataset<Row> claims = ClaimRows.fromUserFile(rows(
                "claim_id,seed_file,subject,metric,region,year,value,unit,note_en,independent_value",
                "a,one.txt,China generation,generation,CHN,2024,10000,TWh,More than 10000 TWh.,7"));
        Row row = claims.collectAsList().get(0);
        assertThat(row.<String>getAs("article")).as("seed_file is the article").isEqualTo("one.txt");
        assertThat(row.<String>getAs("statement"))
                .as("note_en is the statement")
                .startsWith("More than");
        assertThat(claims.columns()).as("nobody's verdict is read").doesNotContain("independent_value");
        assertThat(ClaimRows.claims(claims).get(0).comparator())
                .as("the comparator stands in the statement")
                .isEqualTo(Comparator.MORE_THAN);
    }

    @Test
    void missingColumnsAreToldTogether() {
        assertThatThrownBy(() -> ClaimRows.fromUserFile(rows("claim_id,text", "a,b")))
                .as("every missing column in one message")
                .isInstanceOf(RejectedClaimsException.class)
                .hasMessageContaining("subject, metric, value, unit");
    }

    @Test
    void everyFaultOfEveryClaimIsToldAtOnce() {
        RejectedClaimsException rejected = catchRejected(rows(
                "claim_id,subject,metric,region,year,value,value_high,unit,comparator",
                "a,x,share,Germany,24,many,,percent,nearly",
                "b,x,share,DEU,2024,9,3,percent,",
                "b,x,date,DEU,2024,2025-13,,date,"));
        assertThat(rejected.faults())
                .as("four faults of a, one of each b, and the repeated id")
                .hasSize(7)
                .anyMatch(fault -> fault.contains("claim 'a'") && fault.contains("no region code"))
                .anyMatch(fault -> fault.contains("year '24'"))
                .anyMatch(fault -> fault.contains("comparator 'nearly' is unknown"))
                .anyMatch(fault -> fault.contains("value 'many' is no number"))
                .anyMatch(fault -> fault.contains("value_high 3 is below value 9"))
                .anyMatch(fault -> fault.contains("'2025-13' is no date"))
                .anyMatch(fault -> fault.contains("more than one row"));
    }

    private static RejectedClaimsException catchRejected(Dataset<Row> file) {
        try {
            ClaimRows.fromUserFile(file);
        } catch (RejectedClaimsException e) {
            return e;
        }
        throw new AssertionError("the file was accepted");
    }

    private static Dataset<Row> rows(String header, String... lines) {
        StructType schema = new StructType(Stream.of(header.split(","))
                .map(name -> DataTypes.createStructField(name, DataTypes.StringType, true))
                .toArray(StructField[]::new));
        List<Row> rows = Arrays.stream(lines)
                .map(line -> RowFactory.create((Object[]) line.split(",", -1)))
                .toList();
        return SharedSpark.session().createDataFrame(rows, schema);
    }
}
