package org.electrongap.load.format;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.electrongap.load.record.DamagedFile;
import org.junit.jupiter.api.Test;

class UnpackedTest {

    @Test
    void aSmallFileThatUnpacksWithoutEndIsRefused() throws IOException {
        byte[] packed = packedZeros(8 << 20);
        assertThat(packed).as("packed").hasSizeLessThan(10_000);

        assertThatThrownBy(() ->
                        new Unpacked(new GZIPInputStream(new ByteArrayInputStream(packed)), 1 << 20).readAllBytes())
                .isInstanceOf(DamagedFile.class)
                .hasMessageContaining("unpacks to more than 1 MB");
    }

    @Test
    void aFileUpToTheLimitIsReadWhole() throws IOException {
        byte[] packed = packedZeros(1 << 20);

        assertThat(new Unpacked(new GZIPInputStream(new ByteArrayInputStream(packed)), 1 << 20).readAllBytes())
                .hasSize(1 << 20);
    }

    private static byte[] packedZeros(int bytes) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream out = new GZIPOutputStream(packed)) {
            out.write(new byte[bytes]);
        }
        return packed.toByteArray();
    }
}
