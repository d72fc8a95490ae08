package org.electrongap.load.format;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Ways in which a file is damaged on its way. */
public enum Damage {
    CELL {
        @Override
        public byte[] of(byte[] file, Random random) {
            List<String> junk = List.of(
                    "", "NaN", "1,234", "12abc", "-1", "1e999", "\"", "NA", "--", " ", "\u0000", "1e-5", "9999999");
            String[] rows = text(file).split("\n");
            int row = 1 + random.nextInt(rows.length - 1);
            String[] cells = rows[row].split(",", -1);
            cells[random.nextInt(cells.length)] = junk.get(random.nextInt(junk.size()));
            rows[row] = String.join(",", cells);
            return bytes(String.join("\n", rows) + "\n");
        }
    },
    BYTE {
        @Override
        public byte[] of(byte[] file, Random random) {
            byte[] damaged = file.clone();
            damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
            return damaged;
        }
    },
    MANY_BYTES {
        @Override
        public byte[] of(byte[] file, Random random) {
            byte[] damaged = file.clone();
            for (int i = 0; i < 20; i++) {
                damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
            }
            return damaged;
        }
    },
    CUT {
        @Override
        public byte[] of(byte[] file, Random random) {
            return Arrays.copyOf(file, random.nextInt(file.length));
        }
    },
    HOLE {
        @Override
        public byte[] of(byte[] file, Random random) {
            int from = random.nextInt(file.length);
            int to = Math.min(file.length, from + random.nextInt(200));
            return bytes(text(Arrays.copyOf(file, from)) + text(Arrays.copyOfRange(file, to, file.length)));
        }
    },
    QUOTE {
        @Override
        public byte[] of(byte[] file, Random random) {
            return inserted(file, "\"", random);
        }
    },
    LINE_BREAK {
        @Override
        public byte[] of(byte[] file, Random random) {
            return inserted(file, random.nextBoolean() ? "\n" : "\r\n", random);
        }
    },
    LINES_TWICE {
        @Override
        public byte[] of(byte[] file, Random random) {
            String[] rows = text(file).split("\n");
            rows[random.nextInt(rows.length)] += "\n" + rows[random.nextInt(rows.length)];
            return bytes(String.join("\n", rows) + "\n");
        }
    },
    HEADER {
        @Override
        public byte[] of(byte[] file, Random random) {
            String[] rows = text(file).split("\n");
            String[] names = rows[0].split(",");
            int i = random.nextInt(names.length);
            names[i] = random.nextBoolean() ? "column_" + i : names[random.nextInt(names.length)];
            rows[0] = String.join(",", names);
            return bytes(String.join("\n", rows) + "\n");
        }
    },
    ENCODING {
        @Override
        public byte[] of(byte[] file, Random random) {
            String accented = text(file).replace("Test agency", "Agence d'électricité n° " + random.nextInt(9));
            return random.nextBoolean()
                    ? accented.getBytes(StandardCharsets.ISO_8859_1)
                    : accented.getBytes(StandardCharsets.UTF_16);
        }
    };

    /** The file after the damage. */
    public abstract byte[] of(byte[] file, Random random);

    static byte[] inserted(byte[] file, String text, Random random) {
        int at = random.nextInt(file.length);
        return bytes(text(Arrays.copyOf(file, at)) + text + text(Arrays.copyOfRange(file, at, file.length)));
    }

    static String text(byte[] file) {
        return new String(file, StandardCharsets.UTF_8);
    }

    static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
