package org.electrongap.project;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Registers made of campuses that are known: each campus stands in one to three registers, some have two phases, some are
 * filed in a second state. The identity of a record starts with its campus.
 *
 * @param campuses number of campuses, which decides how many builders and words there are
 * @param seed seed
 */
record GeneratedRegisters(long campuses, long seed) implements Serializable {

    private static final List<String> STAGES =
            List.of("announced", "requested", "permitted", "under_construction", "energised", "cancelled");
    private static final List<String> SOURCES = List.of("county register", "press", "utility queue");
    private static final int STATES = 50;
    private static final int TENANTS = 40;

    /** The campus of a record. */
    static String campusOf(String recordId) {
        return recordId.substring(0, recordId.indexOf('-'));
    }

    List<Register.Entry> all() {
        List<Register.Entry> entries = new ArrayList<>();
        for (long campus = 0; campus < campuses; campus++) {
            entries.addAll(campus(campus));
        }
        return entries;
    }

    /** The records of one campus. */
    List<Register.Entry> campus(long number) {
        SplittableRandom random = new SplittableRandom(seed * 1_000_003 + number);
        Register.Entry truth = truth(number, random);
        List<Register.Entry> entries = new ArrayList<>();
        int registers = 1 + random.nextInt(SOURCES.size());
        int first = random.nextInt(SOURCES.size());
        for (int i = 0; i < registers; i++) {
            String source = SOURCES.get((first + i) % SOURCES.size());
            entries.add(seenBy(source, truth, number + "-" + i, random));
        }
        if (random.nextInt(10) == 0) {
            entries.add(seenBy("county register", truth, number + "-phase", random)
                    .with("name", truth.values().get("name") + " Phase 2"));
        }
        if (random.nextInt(20) == 0) {
            entries.add(filedElsewhere(truth, number + "-elsewhere", random));
        }
        return entries;
    }

    private Register.Entry truth(long number, SplittableRandom random) {
        int builders = (int) Math.max(20, campuses / 40);
        int words = (int) Math.max(200, campuses / 20);
        int state = random.nextInt(STATES);
        double latitude = 30 + 15 * random.nextDouble();
        double longitude = -120 + 45 * random.nextDouble();
        return Register.record("truth", String.valueOf(number))
                .with("developer", "Builder" + word(random.nextInt(builders)))
                .with("tenant", "Tenant" + word(random.nextInt(TENANTS)))
                .with("name", word(random.nextInt(words)) + " " + word(words + random.nextInt(words)))
                .with("subdivisions", state(state))
                .with("county", word(state * 50 + random.nextInt(50)))
                .at(latitude, longitude)
                .with("stage", STAGES.get(random.nextInt(STAGES.size())))
                .with("power_mw", (double) Math.round(StrictMath.exp(3 + 3.5 * random.nextDouble())))
                .with("announced", day(random.nextInt(1500)))
                .with("expected", String.valueOf(2026 + random.nextInt(8)));
    }

    private static Register.Entry seenBy(String source, Register.Entry truth, String id, SplittableRandom random) {
        Register.Entry seen =
                truth.with("source", source).with("record_id", id).edition("2026-0" + (1 + random.nextInt(9)) + "-15");
        double mw = (double) truth.values().get("power_mw");
        seen = seen.with("power_mw", mw * (1 + 0.05 * random.nextDouble()));
        double latitude = (double) truth.values().get("latitude") + 0.001 * (random.nextDouble() - 0.5);
        double longitude = (double) truth.values().get("longitude") + 0.001 * (random.nextDouble() - 0.5);
        seen = random.nextInt(4) == 0 ? seen.without("latitude").without("longitude") : seen.at(latitude, longitude);
        if (random.nextInt(5) == 0) {
            seen = seen.with("name", word(500_000 + random.nextInt(100_000)));
        }
        return random.nextInt(3) == 0 ? seen.without("tenant") : seen;
    }

    private static Register.Entry filedElsewhere(Register.Entry truth, String id, SplittableRandom random) {
        String home = (String) truth.values().get("subdivisions");
        String other = state((random.nextInt(STATES - 1) + 1 + Integer.parseInt(home.substring(3), 36)) % STATES);
        return truth.with("source", "utility queue")
                .with("record_id", id)
                .with("name", word(700_000 + random.nextInt(100_000)))
                .with("subdivisions", other.equals(home) ? "US-ZZ" : other)
                .with("county", word(900_000 + random.nextInt(1000)))
                .without("latitude")
                .without("longitude");
    }

    private static String state(int number) {
        return "US-" + Integer.toString(36 + number, 36).toUpperCase(Locale.ROOT);
    }

    private static String day(int number) {
        return LocalDate.of(2021, 1, 1).plusDays(number).toString();
    }

    /** A pronounceable word, one a number. */
    private static String word(int number) {
        StringBuilder word = new StringBuilder();
        int rest = number;
        do {
            word.append("bdfghklmnprstvz".charAt(rest % 15)).append("aeiou".charAt(rest / 15 % 5));
            rest /= 75;
        } while (rest > 0);
        return word.append("lan").toString();
    }
}
