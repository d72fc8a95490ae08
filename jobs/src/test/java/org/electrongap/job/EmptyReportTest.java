package org.electrongap.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.apache.hadoop.conf.Configuration;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.hadoop.metadata.FileMetaData;
import org.apache.parquet.hadoop.util.HadoopInputFile;
import org.apache.parquet.schema.Type;
import org.electrongap.report.ReportRows;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;
import org.electrongap.table.TableName;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmptyReportTest {

    private static final Configuration CONFIGURATION = new Configuration();

    @TempDir
    private Path folder;

    @ParameterizedTest
    @ValueSource(strings = {"merges", "revisions", "reconciliation", "projects"})
    void aReportWithoutARowHasItsColumnsWithTheirDescriptions(String report) throws IOException {
        Contract contract = Contract.of(TableName.out(report));

        EmptyReport.write(contract, Store.at(folder.toString(), CONFIGURATION), "part-00000.parquet", CONFIGURATION);

        String file = folder.resolve("part-00000.parquet").toString();
        assertThat(ReportRows.of(file, CONFIGURATION, row -> true, Long.MAX_VALUE))
                .as("rows")
                .isEmpty();
        FileMetaData written = metadata(file);
        List<String> columns =
                written.getSchema().getFields().stream().map(Type::getName).toList();
        assertThat(columns).isEqualTo(contract.columnNames());
        assertThat(written.getKeyValueMetaData().get("org.apache.spark.sql.parquet.row.metadata"))
                .contains(contract.columns().get(0).description());
    }

    private static FileMetaData metadata(String file) throws IOException {
        try (ParquetFileReader reader =
                ParquetFileReader.open(HadoopInputFile.fromPath(new org.apache.hadoop.fs.Path(file), CONFIGURATION))) {
            return reader.getFileMetaData();
        }
    }
}
