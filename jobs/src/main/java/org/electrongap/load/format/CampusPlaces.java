package org.electrongap.load.format;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Where a campus lies that a register gives by its name alone: by a state at the end of the name, or by a place or campus
 * of {@code load/campus-places.csv}.
 */
final class CampusPlaces {

    private static final Map<String, Place> BY_NAME = read();

    /**
     * A place.
     *
     * @param country its code
     * @param subdivision its code, empty when several of that name are known
     */
    record Place(String country, String subdivision) {}

    private CampusPlaces() {}

    /** The place of a campus, empty when its name tells none. */
    static Optional<Place> of(String campus) {
        List<String> words = List.of(campus.strip().split("\\s+"));
        Optional<Place> state = stateAtTheEnd(words).map(code -> new Place("USA", code));
        return state.isPresent() ? state : known(words);
    }

    /** A state's name of one or two words, or its abbreviation in capitals. */
    private static Optional<String> stateAtTheEnd(List<String> words) {
        return IntStream.of(2, 1)
                .filter(count -> words.size() > count)
                .mapToObj(count -> String.join(" ", words.subList(words.size() - count, words.size())))
                .filter(name -> name.length() > 2 || name.equals(name.toUpperCase(Locale.ROOT)))
                .flatMap(name -> Regions.state(name).stream())
                .findFirst();
    }

    /** The longest run of words that the table has. */
    private static Optional<Place> known(List<String> words) {
        return IntStream.iterate(words.size(), length -> length > 0, length -> length - 1)
                .boxed()
                .flatMap(length -> runs(words, length))
                .flatMap(run -> Optional.ofNullable(BY_NAME.get(run)).stream())
                .findFirst();
    }

    private static Stream<String> runs(List<String> words, int length) {
        return IntStream.rangeClosed(0, words.size() - length)
                .mapToObj(start ->
                        String.join(" ", words.subList(start, start + length)).toLowerCase(Locale.ROOT));
    }

    private static Map<String, Place> read() {
        Map<String, Place> places = new HashMap<>();
        CsvHeader[] header = new CsvHeader[1];
        new CsvText(
                        () -> CampusPlaces.class.getResourceAsStream("/load/campus-places.csv"),
                        StandardCharsets.UTF_8,
                        ',')
                .forEach(line -> {
                    if (header[0] == null) {
                        header[0] = new CsvHeader(line.fields());
                    } else {
                        CsvRow row = new CsvRow(line.number(), line.fields().toArray(String[]::new), header[0]);
                        places.put(row.text("name"), new Place(row.text("country"), row.text("subdivision")));
                    }
                });
        return Map.copyOf(places);
    }
}
