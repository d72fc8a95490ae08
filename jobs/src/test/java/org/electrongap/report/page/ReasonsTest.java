package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Reasons of the reports on the Japanese page. */
class ReasonsTest {

    private static final Texts ENGLISH = new Texts(Language.ENGLISH);
    private static final Texts JAPANESE = new Texts(Language.JAPANESE);

    private final Reasons reasons = new Reasons(JAPANESE);

    @ParameterizedTest
    @MethodSource
    void everyFormIsSaidInJapaneseWithItsParts(String key) {
        String[] parts = {"first-part", "second-part", "third-part", "fourth-part"};
        assertThat(reasons.text(ENGLISH.of(key, parts))).isEqualTo(JAPANESE.of(key, parts));
    }

    static java.util.List<String> everyFormIsSaidInJapaneseWithItsParts() {
        return ENGLISH.keys("reason.");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            no assumption peak_demand_growth for JPN | 日本 | 最大需要の伸び
            it measures incl crypto excl enterprise, not the load of all data centres | 暗号資産を含み自社用を除く | 全データセンター
            its grade is single_article: it is compared with nothing | 記事1本のみ | 等級
            capacity goes on from 2024 by that year's net change; peak 1550.0 GW of 2025 (forecast, load) with growth | 2024年から | 1550.0 GW
            assumption pipeline_early (electron-gap, 2025-12-31); records hold less than half of it | 発表段階のGW | 半分未満
            no edition since 2025-03-26, limit 450 days | 2025-03-26 | 450日
            """)
    void aReasonOfTheProgramIsSaidInJapanese(String reason, String one, String other) {
        Cell cell = reasons.cell(reason);
        assertThat(cell.text()).contains(one, other);
        assertThat(cell.hasLang()).as("marked as another language").isFalse();
    }

    @Test
    void aReasonOfAnotherFormStaysAsItIsAndIsMarkedAsEnglish() {
        Cell cell = reasons.cell("somebody wrote this by hand");
        assertThat(cell.text()).isEqualTo("somebody wrote this by hand");
        assertThat(cell.lang()).isEqualTo("en");
    }

    @Test
    void theEnglishPageShowsTheReportsOwnWords() {
        String reason = "no assumption peak_demand_growth for JPN";
        assertThat(new Reasons(ENGLISH).cell(reason)).isEqualTo(Cell.text(reason));
    }
}
