package org.electrongap.job;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;
import org.apache.hadoop.conf.Configuration;
import org.apache.hadoop.fs.Path;
import org.apache.parquet.hadoop.ParquetFileWriter;
import org.apache.parquet.hadoop.example.ExampleParquetWriter;
import org.apache.parquet.hadoop.util.HadoopOutputFile;
import org.apache.spark.sql.execution.datasources.parquet.SparkToParquetSchemaConverter;
import org.apache.spark.sql.internal.SQLConf;
import org.electrongap.run.Store;
import org.electrongap.table.Contract;

/** A Parquet file without a row. Delta keeps no file for a table without rows; a reader of the report wants its columns all the same. */
final class EmptyReport {

    /** Where Spark looks for its own schema, with units and descriptions. */
    private static final String SPARK_SCHEMA = "org.apache.spark.sql.parquet.row.metadata";

    private EmptyReport() {}

    /** Writes a file with the columns of a contract and no row. */
    static void write(Contract contract, Store store, String name, Configuration configuration) {
        SQLConf settings = new SQLConf();
        settings.setConfString("spark.sql.parquet.outputTimestampType", "TIMESTAMP_MICROS");
        try {
            ExampleParquetWriter.builder(HadoopOutputFile.fromPath(new Path(store.uri(name)), configuration))
                    .withType(new SparkToParquetSchemaConverter(settings).convert(contract.schema()))
                    .withExtraMetaData(Map.of(SPARK_SCHEMA, contract.schema().json()))
                    .withWriteMode(ParquetFileWriter.Mode.OVERWRITE)
                    .build()
                    .close();
        } catch (IOException e) {
            throw new UncheckedIOException(store.uri(name) + " cannot be written", e);
        }
    }
}
