package org.electrongap.load.format;

import java.io.BufferedInputStream;
import java.io.BufferedReader;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipException;
import java.util.zip.ZipInputStream;
import org.electrongap.load.record.DamagedFile;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.Source;

/**
 * The text of a file: gz and zip are unpacked, a byte order mark is dropped, and bytes that are not text in the declared
 * encoding are a fault instead of replacement characters.
 */
final class Text {

    /** A packed file of 8 MB can hold 8 GB of zeros; no table of a publisher comes near this. */
    private static final long UNPACKED_LIMIT = 512L << 20;

    private static final int LOOK_AHEAD = 4;

    private Text() {}

    /**
     * A reader of the whole text.
     *
     * @throws DamagedFile when the bytes are visibly of another kind
     */
    static Reader of(Source source, Charset encoding) throws IOException {
        InputStream bytes = afterMark(unpacked(source), encoding);
        return new BufferedReader(
                new InputStreamReader(
                        bytes,
                        encoding.newDecoder()
                                .onMalformedInput(CodingErrorAction.REPORT)
                                .onUnmappableCharacter(CodingErrorAction.REPORT)),
                1 << 16);
    }

    /** The bytes of a file, unpacked when it is a gz or a zip with one entry. */
    static InputStream unpacked(Source source) throws IOException {
        InputStream bytes = new BufferedInputStream(source.open(), 1 << 16);
        bytes.mark(LOOK_AHEAD);
        byte[] start = bytes.readNBytes(LOOK_AHEAD);
        bytes.reset();
        if (startsWith(start, 0x1f, 0x8b)) {
            return new BufferedInputStream(bounded(new GZIPInputStream(bytes, 1 << 16)), 1 << 16);
        }
        if (startsWith(start, 'P', 'K', 3, 4)) {
            return new BufferedInputStream(bounded(onlyEntry(bytes)), 1 << 16);
        }
        return bytes;
    }

    private static InputStream bounded(InputStream unpacked) {
        return new Unpacked(unpacked, UNPACKED_LIMIT);
    }

    /** The fault behind an exception that was met while reading the text. */
    static DamagedFile damaged(IOException e, Source source, Charset encoding, long lastLine) {
        if (e instanceof CharacterCodingException) {
            return new DamagedFile(NotText.fault(source, encoding));
        }
        if (e instanceof EOFException || e instanceof ZipException) {
            return new DamagedFile(new Fault(
                    "truncated",
                    "after line " + lastLine,
                    "the compressed file ends too early or is broken (" + e.getMessage() + ")",
                    "the records behind that place are lost",
                    "Fetch the file again"));
        }
        return new DamagedFile(new Fault(
                "unreadable",
                "after line " + lastLine,
                "reading failed (" + e.getMessage() + ")",
                "the rest of the file is unknown",
                "Check that the file can be read, then load it again"));
    }

    /** The next entry of an archive, null behind the last; a broken name is a fault of the archive. */
    static ZipEntry nextEntry(ZipInputStream zip) throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            throw (ZipException) new ZipException("an entry has a broken name").initCause(e);
        }
    }

    private static InputStream onlyEntry(InputStream bytes) throws IOException {
        ZipInputStream zip = new ZipInputStream(bytes);
        ZipEntry entry = nextEntry(zip);
        while (entry != null && entry.isDirectory()) {
            entry = nextEntry(zip);
        }
        if (entry == null) {
            throw new ZipException("no entry");
        }
        if (Workbook.isPart(entry)) {
            throw new DamagedFile(new Fault(
                    "format",
                    "the first bytes",
                    "it is an Office workbook",
                    "this format reads text",
                    "Export the sheet as CSV, or name a format that reads workbooks with --format"));
        }
        return new OnlyEntry(zip);
    }

    /** The first file of an archive, which refuses to end before another: its records would be lost silently. */
    private static final class OnlyEntry extends java.io.FilterInputStream {

        private final ZipInputStream zip;

        OnlyEntry(ZipInputStream zip) {
            super(zip);
            this.zip = zip;
        }

        @Override
        public int read() throws IOException {
            int next = super.read();
            return next < 0 ? end() : next;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            int n = super.read(buffer, offset, length);
            return n < 0 ? end() : n;
        }

        private int end() throws IOException {
            ZipEntry next = nextEntry(zip);
            while (next != null && (next.isDirectory() || next.getName().startsWith("__MACOSX/"))) {
                next = nextEntry(zip);
            }
            if (next != null) {
                throw new DamagedFile(new Fault(
                        "several_files",
                        "the archive",
                        "it holds more than one file, such as " + next.getName(),
                        "one load reads one file, and the others would be lost silently",
                        "Unpack it, and load each file by itself"));
            }
            return -1;
        }
    }

    private static InputStream afterMark(InputStream bytes, Charset encoding) throws IOException {
        bytes.mark(LOOK_AHEAD);
        byte[] start = bytes.readNBytes(3);
        bytes.reset();
        if (startsWith(start, 0xef, 0xbb, 0xbf)) {
            bytes.skipNBytes(3);
        } else if ((startsWith(start, 0xff, 0xfe) || startsWith(start, 0xfe, 0xff))
                && !encoding.name().startsWith("UTF-16")) {
            throw new DamagedFile(new Fault(
                    "encoding",
                    "the first bytes",
                    "the file is UTF-16 (byte order mark)",
                    "it is declared as " + encoding.name(),
                    "Save it as UTF-8, or set \"encoding\": \"utf-16\" on the resource in datapackage.json"));
        }
        return bytes;
    }

    private static boolean startsWith(byte[] bytes, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= bytes.length || (bytes[i] & 0xff) != expected[i]) {
                return false;
            }
        }
        return true;
    }
}
