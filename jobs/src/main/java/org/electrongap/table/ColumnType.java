package org.electrongap.table;

import org.apache.spark.sql.types.DataType;
import org.apache.spark.sql.types.DataTypes;

/** The types that a contract knows, named as in the Frictionless Table Schema. */
public enum ColumnType {
    STRING("string", DataTypes.StringType),
    INTEGER("integer", DataTypes.IntegerType),
    /** A 64-bit integer; in a contract an {@code integer} with {@code "bits": 64}. */
    LONG("integer", DataTypes.LongType),
    NUMBER("number", DataTypes.DoubleType),
    BOOLEAN("boolean", DataTypes.BooleanType),
    DATE("date", DataTypes.DateType),
    DATETIME("datetime", DataTypes.TimestampType);

    private final String schemaName;
    private final DataType sparkType;

    ColumnType(String schemaName, DataType sparkType) {
        this.schemaName = schemaName;
        this.sparkType = sparkType;
    }

    /** The type's name in a Table Schema. */
    public String schemaName() {
        return schemaName;
    }

    /** The type's form in a Dataset. */
    public DataType sparkType() {
        return sparkType;
    }

    static ColumnType named(String schemaName, int bits) {
        for (ColumnType type : values()) {
            if (type.schemaName.equals(schemaName) && (type == LONG) == (bits == 64)) {
                return type;
            }
        }
        throw new IllegalArgumentException("unknown column type '" + schemaName + "'");
    }
}
