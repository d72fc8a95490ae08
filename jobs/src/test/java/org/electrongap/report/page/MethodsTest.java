package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import org.electrongap.statistics.ForecastModel;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class MethodsTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChapterHasATextAndTheLimitsAreStated(Language language) {
        Html html = Html.of(Methods.html(language));

        assertThat(html.all("section")).as("chapters in %s", language).hasSizeGreaterThanOrEqualTo(10);
        assertThat(html.all("section"))
                .as("text of each chapter in %s", language)
                .allMatch(section -> section.getElementsByTagName("p").getLength() > 0
                        && section.getTextContent().strip().length() > 80);
        assertThat(html.all("section"))
                .anyMatch(section -> section.getAttribute("id").equals("limits"));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void theDefaultForecastIsTheOneThatIsDescribed(Language language) {
        assertThat(ForecastModel.DEFAULT).isEqualTo(ForecastModel.C4);
        assertThat(Methods.html(language))
                .as("its name, and the fourth of its methods")
                .contains("c4", "McKenzie 1985");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void thePageLeadsToItsMethods(Language language) {
        assertThat(Page.files(PublishedExample.whole().data()))
                .containsKey(language.methods())
                .extractingByKey(language.page())
                .asString()
                .contains("href=\"" + language.methods() + "\"");
    }
}
