package org.electrongap.claim;

import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The proper names in a text: companies, places, projects. A claim about a name is judged by figures of that name, a claim
 * without one by the national tables.
 */
final class Entities {

    /** Capitalised words that name no one. */
    private static final Set<String> PLAIN = Set.of(
            "AI",
            "US",
            "USA",
            "UK",
            "EU",
            "PRC",
            "GW",
            "MW",
            "KW",
            "TW",
            "TWH",
            "GWH",
            "MWH",
            "KWH",
            "GPU",
            "GPUS",
            "CPU",
            "LLM",
            "LLMS",
            "GPT",
            "PV",
            "EV",
            "DC",
            "AC",
            "CEO",
            "I",
            "A",
            "THE",
            "SMR",
            "SMRS",
            "FAQ",
            "IT",
            "GDP",
            "Q1",
            "Q2",
            "Q3",
            "Q4",
            "H1",
            "H2",
            "CAGR",
            "USD",
            "JPY",
            "UNIT",
            "NET",
            "GROSS",
            "NORTHERN",
            "SOUTHERN",
            "EASTERN",
            "WESTERN",
            "CENTRAL");

    private static final String UNITED_STATES =
            "alabama alaska arizona arkansas california colorado connecticut delaware florida"
                    + " georgia hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland massachusetts michigan"
                    + " minnesota mississippi missouri montana nebraska nevada hampshire jersey mexico york carolina dakota ohio"
                    + " oklahoma oregon pennsylvania rhode tennessee texas utah vermont virginia wisconsin wyoming";

    private static final Set<String> OPENERS = Stream.of(
                    "installed capacity generation generating power electricity electric solar wind coal gas nuclear hydro net"
                            + " gross annual total new data centre center datacentre datacenter share ratio reserve peak national"
                            + " renewable renewables growth energy added additions addition grid battery batteries storage average"
                            + " transformer transformers large largest longest conventional consumer consumers household households"
                            + " current required demand consumption load spare fossil fuel clean yen dollar server servers rack"
                            + " cost price prices date horizon model training transmission distribution social major job number"
                            + " global regional retail residential utility utilities regulatory regulation theme chip chips state"
                            + " time year years per equivalent electron gap record summer winter planned project projects difference"
                            + " world american chinese bills industrial commercial build lead offshore onshore pumped geothermal"
                            + " nameplate announced exchange leap plans reactor gpu cloud computing corporate crypto daily"
                            + " deployed developer direct distributed domestic efficiency emissions equipment export federal"
                            + " first foreign full future generator government half hardware hourly hyperscale hyperscaler"
                            + " hyperscalers import increase industry infrastructure interconnection investment labour land"
                            + " long low machine manufacturing market maximum mean median minimum monthly more most natural"
                            + " newly off oil one online operating operational other overall percentage permitted pipeline"
                            + " plant plants population present private projected public queue quarterly rate real recent rise"
                            + " rising rooftop rural sales sector semiconductor shipment shipments single site small spending"
                            + " standard substation supply surplus tariff tax tech technology thermal three top trade turbine"
                            + " turbines two typical under urban use utilisation utilization value volume water weekly"
                            + " wholesale workforce yearly capital carbon climate combined construction biggest bulk base")
            .flatMap(words -> Stream.of(words.split(" ")))
            .collect(Collectors.toUnmodifiableSet());

    /** What people of the countries in the panels are called, where the name of the country does not say it. */
    private static final String PEOPLES = "argentine argentinian australian austrian bangladeshi belarusian belgian"
            + " bulgarian chilean colombian czech danish dutch egyptian emirati finnish greek hungarian indonesian iranian"
            + " iraqi israeli italian kazakh kuwaiti malaysian mexican nigerian norwegian pakistani peruvian philippine"
            + " filipino polish portuguese qatari romanian saudi spanish swedish swiss taiwanese thai turkish ukrainian uzbek"
            + " venezuelan vietnamese algerian african asian americans britons germans";

    private static final Set<String> REGION_WORDS = regionWords();

    private Entities() {}

    /** The names in a text, in the form of {@link Words#normal}. */
    static Set<String> in(String text) {
        Set<String> names = new TreeSet<>();
        boolean first = true;
        for (String word : Words.raw(text)) {
            if (isName(word, first)) {
                names.add(Words.normal(word));
            }
            first = false;
        }
        return names;
    }

    private static boolean isName(String word, boolean first) {
        String lower = word.toLowerCase(Locale.ROOT);
        boolean capital = !word.equals(lower) && word.codePoints().anyMatch(Character::isLetter);
        return capital
                && !PLAIN.contains(word.toUpperCase(Locale.ROOT))
                && !REGION_WORDS.contains(lower)
                && !(first && OPENERS.contains(lower));
    }

    static boolean isRegionWord(String word) {
        return REGION_WORDS.contains(word.toLowerCase(Locale.ROOT));
    }

    private static Set<String> regionWords() {
        Set<String> words = new TreeSet<>(Set.of(
                "american",
                "america",
                "chinese",
                "japanese",
                "european",
                "europe",
                "british",
                "britain",
                "german",
                "french",
                "indian",
                "irish",
                "global",
                "world",
                "worldwide",
                "korean",
                "korea",
                "canadian",
                "russian",
                "brazilian",
                "australian",
                "us",
                "usa",
                "u.s",
                "eu",
                "uk",
                "states",
                "kingdom",
                "north",
                "south",
                "national"));
        words.addAll(Set.of(UNITED_STATES.split(" ")));
        words.addAll(Set.of(PEOPLES.split(" ")));
        for (String country : Locale.getISOCountries()) {
            Locale locale = new Locale.Builder().setRegion(country).build();
            for (String word : locale.getDisplayCountry(Locale.ENGLISH).split("[^\\p{L}]+")) {
                words.add(word.toLowerCase(Locale.ROOT));
            }
            words.add(locale.getISO3Country().toLowerCase(Locale.ROOT));
        }
        words.remove("island"); // part of country names, and of "Three Mile Island"
        words.remove("islands");
        return Set.copyOf(words);
    }
}
