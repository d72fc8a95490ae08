package org.electrongap.load.record;

/**
 * Decimal texts as doubles, rounded to nearest as {@link Double#parseDouble} does it.
 *
 * <p>A text of few digits without an exponent is one division of two numbers that a double holds exactly, and IEEE 754
 * rounds that division correctly (Clinger, How to read floating point numbers accurately, 1990); it costs a fraction of the
 * general way.
 */
final class Decimals {

    /** Up to here every whole number is a double. */
    private static final long EXACT = 1L << 53;

    /** The powers of ten that are doubles. */
    private static final double[] POWERS = {
        1e0, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17, 1e18, 1e19,
        1e20, 1e21, 1e22
    };

    private Decimals() {}

    /**
     * The double nearest to a decimal number.
     *
     * @param text digits with or without sign, point and exponent
     * @throws NumberFormatException when it is no number
     */
    static double parsed(String text) {
        boolean signed = !text.isEmpty() && (text.charAt(0) == '-' || text.charAt(0) == '+');
        int first = signed ? 1 : 0;
        long digits = 0;
        int point = -1;
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' && point < 0) {
                point = i;
            } else if (c >= '0' && c <= '9' && digits <= EXACT / 10 - 1) {
                digits = 10 * digits + (c - '0');
            } else {
                return Double.parseDouble(text);
            }
        }
        int decimals = point < 0 ? 0 : text.length() - point - 1;
        boolean withoutDigits = text.length() - first <= (point < 0 ? 0 : 1);
        if (withoutDigits || decimals >= POWERS.length) {
            return Double.parseDouble(text);
        }
        double magnitude = digits / POWERS[decimals];
        return text.charAt(0) == '-' ? -magnitude : magnitude;
    }
}
