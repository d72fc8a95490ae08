package org.electrongap.load.format;

/** What stands before the decimals of a figure. */
enum DecimalMark {
    /** 1,234.5. */
    POINT,
    /** 1.234,5. */
    COMMA
}
