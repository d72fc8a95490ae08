package org.electrongap.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.Test;

class FingerprintTest {

    @Test
    void theOrderInWhichPartsAreNamedDoesNotMatter() {
        Map<String, String> forward = new LinkedHashMap<>();
        forward.put("a", "1");
        forward.put("b", "2");
        Map<String, String> backward = new LinkedHashMap<>();
        backward.put("b", "2");
        backward.put("a", "1");

        assertThat(Fingerprint.of(forward)).isEqualTo(Fingerprint.of(backward));
        assertThat(Fingerprint.of(forward).hash())
                .isEqualTo(Fingerprint.of(backward).hash());
    }

    @Test
    void everyChangeOfAPartChangesTheHash() {
        String hash = Fingerprint.of(Map.of("a", "1", "b", "2")).hash();

        assertThat(Fingerprint.of(Map.of("a", "1", "b", "3")).hash())
                .as("a value")
                .isNotEqualTo(hash);
        assertThat(Fingerprint.of(Map.of("a", "1", "c", "2")).hash())
                .as("a name")
                .isNotEqualTo(hash);
        assertThat(Fingerprint.of(Map.of("a", "1")).hash()).as("one less").isNotEqualTo(hash);
        assertThat(Fingerprint.of(Map.of("a", "2", "b", "1")).hash())
                .as("exchanged")
                .isNotEqualTo(hash);
    }

    @Test
    void changesAreNamed() {
        Fingerprint earlier = Fingerprint.of(Map.of("same", "1", "gone", "2", "other", "3"));
        Fingerprint now = Fingerprint.of(Map.of("same", "1", "new", "2", "other", "4"));

        assertThat(now.changesSince(earlier))
                .containsExactly(
                        Map.entry("gone", Fingerprint.Change.REMOVED),
                        Map.entry("new", Fingerprint.Change.ADDED),
                        Map.entry("other", Fingerprint.Change.CHANGED));
        assertThat(now.changesSince(now)).as("against itself").isEmpty();
    }

    @Test
    void theHashIsSha256() {
        // The digest of "abc" is the example of FIPS 180-4.
        assertThat(Fingerprint.ofBytes("abc".getBytes(StandardCharsets.US_ASCII)))
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }
}
