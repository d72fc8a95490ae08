package org.electrongap.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Optional;

/** What decides, besides a file's bytes, which rows come of it: its declared form, its mapping and its corrections. */
public final class LoadRules {

    private LoadRules() {}

    /**
     * A hash that changes when the same file would be read in another way, so that it must be loaded again.
     *
     * @throws IOException when the mapping or the corrections cannot be read
     */
    public static String hash(Resource resource, Storage storage) throws IOException {
        MessageDigest digest = sha256();
        String declared = String.join(
                "\n",
                resource.table().path(),
                resource.source(),
                resource.format().orElse(""),
                String.join(",", resource.columns()),
                resource.encoding().map(Object::toString).orElse(""),
                resource.retrieved().map(Object::toString).orElse(""),
                resource.grade());
        digest.update(declared.getBytes(StandardCharsets.UTF_8));
        if (resource.mapping().isPresent()) {
            update(digest, Layouts.mappingUri(resource, resource.mapping().get()), storage);
        }
        Optional<String> corrections = ResourceCorrections.uri(resource);
        if (corrections.isPresent()) {
            update(digest, corrections.get(), storage);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void update(MessageDigest digest, String uri, Storage storage) throws IOException {
        if (storage.exists(uri)) {
            try (InputStream in = storage.open(uri)) {
                digest.update(in.readAllBytes());
            }
        }
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
