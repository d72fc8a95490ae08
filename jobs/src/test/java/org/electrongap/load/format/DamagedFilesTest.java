package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.electrongap.load.CapacityCsv;
import org.electrongap.load.record.CheckedRecord;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.RecordLayout;
import org.electrongap.load.record.Sorting;
import org.electrongap.load.record.Sorting.Sorted;
import org.electrongap.table.TableName;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Ten thousand damaged files: none crashes the reader, none loses a record, and what is accepted was in the file. */
class DamagedFilesTest {

    private static final int FILES_A_KIND = 1000;
    private static final int ROWS = 12;
    private static final RecordLayout LAYOUT = RecordLayout.of(TableName.core("capacity"));

    @ParameterizedTest
    @EnumSource(Damage.class)
    void everyRecordIsAccountedForAndEveryAcceptedFigureIsInTheFile(Damage damage) {
        Random random = new Random(20261122 + damage.ordinal());
        for (int i = 0; i < FILES_A_KIND; i++) {
            byte[] file = damage.of(CapacityCsv.text(CapacityCsv.rows(ROWS)).getBytes(StandardCharsets.UTF_8), random);
            Sorted sorted = read(file, damage);
            String text = new String(file, StandardCharsets.UTF_8);
            for (CheckedRecord record : sorted.accepted()) {
                double figure = (Double) record.values()[LAYOUT.index("capacity_gw")];
                assertThat(lineHolds(text, record.line(), figure))
                        .as("%s: figure %s of line %d of\n%s", damage, figure, record.line(), text)
                        .isTrue();
            }
            if (sorted.faults().isEmpty()) {
                assertThat(sorted.counts().read()).as("records of\n%s", text).isPositive();
            }
        }
    }

    private static boolean lineHolds(String text, long line, double figure) {
        String[] lines = text.split("\r\n|\r|\n", -1);
        String record = String.join("\n", Arrays.copyOfRange(lines, (int) line - 1, lines.length));
        return Arrays.stream(record.split("[,\n\"]")).anyMatch(cell -> isFigure(cell.strip(), figure));
    }

    private static boolean isFigure(String cell, double figure) {
        return cell.matches("[+-]?[\\d.]+([eE][+-]?\\d+)?") && cell.matches(".*\\d.*") && parsed(cell) == figure;
    }

    private static double parsed(String cell) {
        try {
            return Double.parseDouble(cell);
        } catch (NumberFormatException e) {
            return Double.NaN;
        }
    }

    private static Sorted read(byte[] file, Damage damage) {
        Sorting sorting = new Sorting(LAYOUT);
        Origin origin = new Origin("x.csv", Optional.empty(), "", "", LocalDate.of(2025, 6, 29), "primary");
        try {
            new ContractCsv(LAYOUT, LAYOUT.columnNames()).read(CapacityCsv.source(file), origin, sorting);
        } catch (DamagedFile fault) {
            sorting.fault(fault.fault());
        } catch (RuntimeException e) {
            fail(damage + " of\n" + new String(file, StandardCharsets.UTF_8), e);
        }
        return sorting.sorted();
    }

    /** Ways in which a file is damaged on its way. */
    private enum Damage {
        CELL {
            @Override
            byte[] of(byte[] file, Random random) {
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
            byte[] of(byte[] file, Random random) {
                byte[] damaged = file.clone();
                damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
                return damaged;
            }
        },
        MANY_BYTES {
            @Override
            byte[] of(byte[] file, Random random) {
                byte[] damaged = file.clone();
                for (int i = 0; i < 20; i++) {
                    damaged[random.nextInt(file.length)] = (byte) random.nextInt(256);
                }
                return damaged;
            }
        },
        CUT {
            @Override
            byte[] of(byte[] file, Random random) {
                return Arrays.copyOf(file, random.nextInt(file.length));
            }
        },
        HOLE {
            @Override
            byte[] of(byte[] file, Random random) {
                int from = random.nextInt(file.length);
                int to = Math.min(file.length, from + random.nextInt(200));
                return bytes(text(Arrays.copyOf(file, from)) + text(Arrays.copyOfRange(file, to, file.length)));
            }
        },
        QUOTE {
            @Override
            byte[] of(byte[] file, Random random) {
                return inserted(file, "\"", random);
            }
        },
        LINE_BREAK {
            @Override
            byte[] of(byte[] file, Random random) {
                return inserted(file, random.nextBoolean() ? "\n" : "\r\n", random);
            }
        },
        LINES_TWICE {
            @Override
            byte[] of(byte[] file, Random random) {
                String[] rows = text(file).split("\n");
                rows[random.nextInt(rows.length)] += "\n" + rows[random.nextInt(rows.length)];
                return bytes(String.join("\n", rows) + "\n");
            }
        },
        HEADER {
            @Override
            byte[] of(byte[] file, Random random) {
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
            byte[] of(byte[] file, Random random) {
                String accented = text(file).replace("Test agency", "Agence d'électricité n° " + random.nextInt(9));
                return random.nextBoolean()
                        ? accented.getBytes(StandardCharsets.ISO_8859_1)
                        : accented.getBytes(StandardCharsets.UTF_16);
            }
        };

        abstract byte[] of(byte[] file, Random random);

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
}
