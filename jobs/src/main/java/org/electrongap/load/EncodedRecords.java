package org.electrongap.load;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;

/**
 * Checked records one behind the other in few bytes: each names only the cells that differ from those of the record before.
 * Most columns of a long file repeat their values, so a record takes a fraction of its text.
 */
final class EncodedRecords {

    /** Ends the list of a record's new cells; a cell is named by its position + 1, so that none is named 0. */
    private static final int END = 0;

    private static final int LONGEST_NUMBER = 10;

    private final Object[] last;
    private byte[] bytes = new byte[1 << 16];
    private int size;
    private long lastLine;

    /**
     * @param columns how many cells a record has
     */
    EncodedRecords(int columns) {
        last = new Object[columns];
    }

    /**
     * Adds a record.
     *
     * @param line the line on which it starts
     * @param values its cells, of the types that a cast gives
     */
    void add(long line, Object[] values) {
        number(line - lastLine);
        lastLine = line;
        for (int i = 0; i < values.length; i++) {
            if (values[i] != last[i]) {
                number(i + 1);
                value(values[i]);
                last[i] = values[i];
            }
        }
        number(END);
    }

    byte[] bytes() {
        return Arrays.copyOf(bytes, size);
    }

    private void value(Object value) {
        if (value == null) {
            put((byte) 'n');
        } else if (value instanceof String text) {
            text(text);
        } else if (value instanceof Double number) {
            put((byte) 'd');
            eight(Double.doubleToRawLongBits(number));
        } else if (value instanceof LocalDate day) {
            tagged('t', day.toEpochDay());
        } else if (value instanceof Integer number) {
            tagged('i', number);
        } else if (value instanceof Long number) {
            tagged('l', number);
        } else if (value instanceof Boolean truth) {
            put((byte) (truth ? 'y' : 'z'));
        } else {
            Instant time = (Instant) value;
            tagged('m', time.getEpochSecond());
            number(time.getNano());
        }
    }

    private void text(String text) {
        byte[] utf8 = text.getBytes(StandardCharsets.UTF_8);
        tagged('s', utf8.length);
        room(utf8.length);
        System.arraycopy(utf8, 0, bytes, size, utf8.length);
        size += utf8.length;
    }

    private void tagged(char tag, long number) {
        put((byte) tag);
        number(number);
    }

    private void put(byte one) {
        room(1);
        bytes[size++] = one;
    }

    private void eight(long bits) {
        room(Long.BYTES);
        for (int shift = 56; shift >= 0; shift -= 8) {
            bytes[size++] = (byte) (bits >>> shift);
        }
    }

    /** Seven bits a byte, the sign in the lowest (the zigzag form of Protocol Buffers), so that small numbers are short. */
    private void number(long number) {
        room(LONGEST_NUMBER);
        long rest = (number << 1) ^ (number >> 63);
        while ((rest & ~0x7fL) != 0) {
            bytes[size++] = (byte) (rest | 0x80);
            rest >>>= 7;
        }
        bytes[size++] = (byte) rest;
    }

    private void room(int more) {
        if (size + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }
    }

    /** Gives the records back in their order. */
    static final class Reader {

        private final byte[] bytes;
        private final Object[] values;
        private int at;
        private long line;

        Reader(byte[] bytes, int columns) {
            this.bytes = bytes;
            this.values = new Object[columns];
        }

        boolean hasNext() {
            return at < bytes.length;
        }

        /** Goes on to the next record. */
        void next() {
            line += number();
            for (int i = (int) number(); i != END; i = (int) number()) {
                values[i - 1] = value();
            }
        }

        /** The line of the present record. */
        long line() {
            return line;
        }

        /** The cells of the present record; an object stands where it stood before if its cell did not change. */
        Object[] values() {
            return values;
        }

        private Object value() {
            byte tag = bytes[at++];
            return switch (tag) {
                case 'n' -> null;
                case 's' -> text((int) number());
                case 'd' -> Double.longBitsToDouble(eight());
                case 't' -> LocalDate.ofEpochDay(number());
                case 'i' -> (int) number();
                case 'l' -> number();
                case 'y' -> true;
                case 'z' -> false;
                case 'm' -> Instant.ofEpochSecond(number(), number());
                default -> throw new IllegalStateException("no value begins with byte " + tag);
            };
        }

        private String text(int length) {
            String text = new String(bytes, at, length, StandardCharsets.UTF_8);
            at += length;
            return text;
        }

        private long eight() {
            long bits = 0;
            for (int i = 0; i < Long.BYTES; i++) {
                bits = bits << 8 | bytes[at++] & 0xff;
            }
            return bits;
        }

        private long number() {
            long rest = 0;
            for (int shift = 0; ; shift += 7) {
                byte seven = bytes[at++];
                rest |= (seven & 0x7fL) << shift;
                if (seven >= 0) {
                    return (rest >>> 1) ^ -(rest & 1);
                }
            }
        }
    }
}
