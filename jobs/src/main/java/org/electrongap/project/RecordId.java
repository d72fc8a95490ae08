package org.electrongap.project;

import java.io.Serializable;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Where a record stands: its source and its identity there. Editions of one record share it.
 *
 * @param source who published it
 * @param recordId its identity in the source
 */
public record RecordId(String source, String recordId) implements Serializable {

    /** Joins source and identity: a character that neither contains. */
    static final String SEPARATOR = "\u001f";
    /** Hexadecimal digits kept of the hash: 60 bits, so that it is a positive long. */
    static final int HASH_DIGITS = 15;

    /**
     * The record's number: 60 bits of SHA-256. Two of a million records share one with a chance of 4e-7, and
     * {@link ProjectResolution} refuses them if they meet in one project.
     */
    public long number() {
        byte[] text = (source + SEPARATOR + recordId).getBytes(StandardCharsets.UTF_8);
        return Long.parseLong(HexFormat.of().formatHex(sha256().digest(text)).substring(0, HASH_DIGITS), 16);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    @Override
    public String toString() {
        return source + ": " + recordId;
    }
}
