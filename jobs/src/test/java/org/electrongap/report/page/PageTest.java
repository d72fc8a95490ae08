package org.electrongap.report.page;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.w3c.dom.Element;

/** The page as a reader's browser gets it. */
class PageTest {

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyLinkInsideThePageLeadsToOneElement(Language language) {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), language));
        List<String> ids = html.all("*").stream()
                .map(element -> element.getAttribute("id"))
                .filter(id -> !id.isEmpty())
                .toList();
        assertThat(ids).as("anchors").doesNotHaveDuplicates();
        assertThat(html.all("a").stream()
                        .map(link -> link.getAttribute("href"))
                        .filter(href -> href.startsWith("#"))
                        .map(href -> href.substring(1)))
                .as("targets of links")
                .isNotEmpty()
                .isSubsetOf(ids);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aPageNeedsNoNetworkAndRunsNoScript(Language language) {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), language));
        assertThat(html.all("script")).as("scripts").isEmpty();
        assertThat(html.all("link")).as("linked files").isEmpty();
        assertThat(html.all("img")).as("images").isEmpty();
        assertThat(html.all("a").stream().map(link -> link.getAttribute("href")))
                .as("addresses")
                .noneMatch(href -> href.contains(":"));
    }

    @Test
    void theSecurityPolicyAllowsTheStyleSheetAndNothingElse() throws Exception {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        String style = html.all("style").get(0).getTextContent();
        String hash = Base64.getEncoder()
                .encodeToString(MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8)));
        assertThat(html.all("meta").stream()
                        .filter(meta -> meta.getAttribute("http-equiv").equals("Content-Security-Policy"))
                        .map(meta -> meta.getAttribute("content")))
                .as("policy")
                .containsExactly(
                        "default-src 'none'; style-src 'sha256-" + hash + "'; base-uri 'none'; form-action 'none'");
        assertThat(html.all("*").stream().filter(element -> element.hasAttribute("style")))
                .as("inline styles, which the policy forbids")
                .isEmpty();
    }

    @Test
    void textOfAFileStaysText() {
        String attack = "\"'><script>alert(1)</script><img src=x onerror=alert(2)>";
        Html html = Html.of(Page.of(
                PublishedExample.whole()
                        .claim("attack", "off", attack)
                        .rejected(attack)
                        .data(),
                Language.ENGLISH));
        assertThat(html.all("script")).as("scripts").isEmpty();
        assertThat(html.all("img")).as("images").isEmpty();
        assertThat(html.section("claims")).as("the claim, readable").contains(attack);
        assertThat(html.section("quality")).as("the fault, readable").contains(attack);
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyChartHasATitleADescriptionAndItsFigures(Language language) {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), language));
        List<Element> figures = html.all("figure");
        assertThat(figures).as("charts").hasSizeGreaterThanOrEqualTo(8);
        for (Element figure : figures) {
            String id = figure.getAttribute("id");
            assertThat(Html.in(figure, "title"))
                    .as("titles of %s, wide and narrow", id)
                    .hasSize(2);
            assertThat(Html.in(figure, "desc")).as("descriptions of %s", id).hasSize(2);
            assertThat(Html.in(Html.in(figure, "table").get(0), "td"))
                    .as("figures of %s", id)
                    .isNotEmpty();
        }
    }

    @Test
    void chartsTakeTheirColoursFromTheStyleSheet() {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        Set<String> painted = html.all("svg").stream()
                .flatMap(svg -> Html.in(svg, "*").stream())
                .flatMap(element ->
                        java.util.stream.Stream.of(element.getAttribute("fill"), element.getAttribute("stroke")))
                .filter(paint -> paint.startsWith("rgb") || paint.startsWith("#"))
                .collect(Collectors.toSet());
        assertThat(painted).as("colours that dark mode could not change").isEmpty();
        String style = html.all("style").get(0).getTextContent();
        for (Ink ink : Ink.values()) {
            assertThat(style).as("the style of %s", ink).contains("." + ink.fillStyle(), "." + ink.strokeStyle());
        }
    }

    @Test
    void theFanChartShowsBandsTheThresholdAndPublishedForecasts() {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        Element fan = html.all("figure").stream()
                .filter(figure -> figure.getAttribute("id").equals("share-fan"))
                .findFirst()
                .orElseThrow();
        Set<String> classes = Html.in(Html.in(fan, "svg").get(7), "*").stream()
                .flatMap(element ->
                        java.util.Arrays.stream(element.getAttribute("class").split(" ")))
                .collect(Collectors.toSet());
        assertThat(classes)
                .as("inks of the wide chart")
                .contains(
                        Ink.BAND_95.fillStyle(),
                        Ink.BAND_80.fillStyle(),
                        Ink.BAND_50.fillStyle(),
                        Ink.MEDIAN.strokeStyle(),
                        Ink.THRESHOLD.strokeStyle(),
                        Ink.PUBLISHED.fillStyle());
    }

    @Test
    void aNumberLeadsToItsDefinitionSourceEditionGradeAndCount() {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        String anchor = html.all("a").stream()
                .filter(link -> link.getTextContent().equals("430.3 GW"))
                .map(link -> link.getAttribute("href").substring(1))
                .findFirst()
                .orElseThrow();
        String note = html.all("li").stream()
                .filter(item -> item.getAttribute("id").equals(anchor))
                .map(Element::getTextContent)
                .findFirst()
                .orElseThrow();
        assertThat(note).contains("China, net change of capacity 2024", "IRENA", "2025-03-26", "primary", "n: 2");
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void aReportThatIsAbsentIsNamedInItsBox(Language language) {
        Html html = Html.of(Page.of(PublishedExample.empty().data(), language));
        assertThat(html.section("gap")).as("gap").contains("comparisons");
        assertThat(html.section("share")).as("share").contains("load_share");
        assertThat(html.section("pipeline")).as("pipeline").contains("pipeline");
        assertThat(html.section("adequacy")).as("adequacy").contains("adequacy");
        assertThat(html.section("claims")).as("claims").contains("claims");
        assertThat(html.section("quality")).as("quality").contains("revisions", "backtest_summary");
    }

    @Test
    void aRefusalIsTold() {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        assertThat(html.section("adequacy")).as("adequacy of China").contains("no edition gives a peak");
        assertThat(html.section("share")).as("a forecast of something else").contains("it measures servers only");
    }

    @Test
    void whatCameStandsBesideWhatWasSaid() {
        Html html = Html.of(Page.of(PublishedExample.whole().data(), Language.ENGLISH));
        assertThat(html.section("share"))
                .as("our headline and a publisher, each once")
                .contains("What such forecasts said before", "EPA of then", "2016-12-31", "53", "85", "133", "76");
    }

    @Test
    void aRejectedFileIsToldAtTheTop() {
        Html html =
                Html.of(Page.of(PublishedExample.whole().rejected("no header").data(), Language.ENGLISH));
        assertThat(html.all("header").get(0).getTextContent()).contains("A file was rejected");
        assertThat(html.section("quality")).contains("demand.csv", "no header");
    }

    @Test
    void theSameRowsGiveTheSamePage() {
        assertThat(Page.files(PublishedExample.whole().data()))
                .isEqualTo(Page.files(PublishedExample.whole().data()))
                .containsOnlyKeys(
                        "index.html",
                        "index.ja.html",
                        "dictionary.html",
                        "dictionary.ja.html",
                        "methods.html",
                        "methods.ja.html");
    }
}
