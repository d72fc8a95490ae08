package org.electrongap.project;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/** A parsed record as bytes, for the way between two steps of one run; equal records give equal bytes. */
final class RecordBytes {

    private RecordBytes() {}

    /** The bytes of a record. */
    static byte[] of(ProjectRecord record) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(256);
        try (DataOutputStream out = new DataOutputStream(bytes)) {
            write(record, out);
        } catch (IOException e) {
            throw new UncheckedIOException("a record does not fit into memory", e);
        }
        return bytes.toByteArray();
    }

    /** The record of such bytes. */
    static ProjectRecord read(byte[] bytes) {
        return record(ByteBuffer.wrap(bytes));
    }

    private static void write(ProjectRecord r, DataOutputStream out) throws IOException {
        write(r.id().source(), out);
        write(r.id().recordId(), out);
        out.writeBoolean(r.programme().isPresent());
        write(r.programme().orElse(""), out);
        write(r.country(), out);
        write(r.developers(), out);
        write(r.tenants(), out);
        write(r.name().words(), out);
        write(r.name().buildings(), out);
        write(r.name().parties(), out);
        write(r.utility(), out);
        write(r.subdivisions(), out);
        write(r.county(), out);
        write(r.ground().lots(), out);
        write(r.ground().towns(), out);
        out.writeDouble(r.point().map(GeoPoint::latitude).orElse(Double.NaN));
        out.writeDouble(r.point().map(GeoPoint::longitude).orElse(Double.NaN));
        write(r.powerKind(), out);
        out.writeDouble(r.powerMw().orElse(Double.NaN));
        out.writeLong(r.announced().map(span -> span.first().toEpochDay()).orElse(Long.MIN_VALUE));
        out.writeLong(r.announced().map(span -> span.last().toEpochDay()).orElse(Long.MIN_VALUE));
    }

    private static void write(Set<String> texts, DataOutputStream out) throws IOException {
        out.writeInt(texts.size());
        for (String text : new TreeSet<>(texts)) {
            write(text, out);
        }
    }

    /** A length and UTF-8: of any length, which writeUTF is not. */
    private static void write(String text, DataOutputStream out) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        out.writeInt(bytes.length);
        out.write(bytes);
    }

    private static String text(ByteBuffer in) {
        int length = in.getInt();
        int from = in.position();
        in.position(from + length);
        return new String(in.array(), from, length, StandardCharsets.UTF_8);
    }

    /** Components are read in the order in which they were written: Java evaluates arguments from left to right. */
    private static ProjectRecord record(ByteBuffer in) {
        return new ProjectRecord(
                new RecordId(text(in), text(in)),
                present(in.get() == 1, text(in)),
                text(in),
                texts(in),
                texts(in),
                new ProjectName(texts(in), texts(in), texts(in)),
                text(in),
                texts(in),
                text(in),
                new Ground(texts(in), texts(in)),
                point(in.getDouble(), in.getDouble()),
                text(in),
                number(in.getDouble()),
                span(in.getLong(), in.getLong()));
    }

    private static Set<String> texts(ByteBuffer in) {
        int size = in.getInt();
        Set<String> texts = new HashSet<>(2 * size);
        for (int i = 0; i < size; i++) {
            texts.add(text(in));
        }
        return texts;
    }

    private static Optional<String> present(boolean present, String text) {
        return present ? Optional.of(text) : Optional.empty();
    }

    private static Optional<GeoPoint> point(double latitude, double longitude) {
        return Double.isNaN(latitude) ? Optional.empty() : Optional.of(new GeoPoint(latitude, longitude));
    }

    private static OptionalDouble number(double number) {
        return Double.isNaN(number) ? OptionalDouble.empty() : OptionalDouble.of(number);
    }

    private static Optional<DateSpan> span(long first, long last) {
        return first == Long.MIN_VALUE
                ? Optional.empty()
                : Optional.of(new DateSpan(LocalDate.ofEpochDay(first), LocalDate.ofEpochDay(last)));
    }
}
