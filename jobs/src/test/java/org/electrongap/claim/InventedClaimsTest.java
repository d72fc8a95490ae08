package org.electrongap.claim;

import static org.assertj.core.api.Assertions.assertThat;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Claims that nobody has made, each judged by hand from the bundled tables before the engine saw it; its file says why. Every
 * rule has several, and each of the traps: basis, scope, source, year, ratio, power of ten, own arithmetic.
 */
class InventedClaimsTest {

    private static Map<String, Judgement> judged;

    @BeforeAll
    static void judge() {
        List<Claim> claims = claims().stream()
                .map(claim -> ClaimReader.read(claim.getFieldsAsMap()))
                .toList();
        judged = ClaimCourt.judge(claims, EvidenceRows.figures(new BundledFiles(), claims), Claims.AS_OF).stream()
                .collect(Collectors.toMap(judgement -> judgement.claim().id(), Function.identity()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void anInventedClaimGetsTheVerdictThatAReaderOfTheTablesGives(String id, NamedCsvRecord expected) {
        Judgement judgement = judged.get(id);
        String told =
                judgement.verdict().code() + " by rule " + judgement.rule().number() + ": " + judgement.reason();
        assertThat(judgement.verdict().code())
                .as("%s; %s", expected.getField("why"), told)
                .isEqualTo(expected.getField("verdict"));
        if (!expected.getField("rule").isEmpty()) {
            assertThat(judgement.rule().number()).as(told).isEqualTo(Integer.parseInt(expected.getField("rule")));
        }
        assertThat(judgement.reason()).as("the reason").containsIgnoringCase(expected.getField("reason_says"));
    }

    static Stream<Arguments> anInventedClaimGetsTheVerdictThatAReaderOfTheTablesGives() {
        return claims().stream().map(claim -> Arguments.of(claim.getField("claim_id"), claim));
    }

    @Test
    void everyRuleAndEveryVerdictHasItsClaims() {
        assertThat(claims().stream().map(claim -> claim.getField("rule")))
                .as("rules")
                .contains("1", "2", "3", "4", "5");
        assertThat(claims()).as("claims").hasSizeGreaterThan(200);
    }

    private static List<NamedCsvRecord> claims() {
        return Stream.of("invented-claims.csv", "more-invented-claims.csv")
                .flatMap(file -> claims(file).stream())
                .toList();
    }

    private static List<NamedCsvRecord> claims(String file) {
        try (CsvReader<NamedCsvRecord> csv = CsvReader.builder()
                .ofNamedCsvRecord(new InputStreamReader(
                        InventedClaimsTest.class.getResourceAsStream(file), StandardCharsets.UTF_8))) {
            return csv.stream().toList();
        } catch (IOException e) {
            throw new AssertionError("the invented claims cannot be read: " + file, e);
        }
    }
}
