package org.electrongap.load.format;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.electrongap.load.record.PublicationDate;
import org.electrongap.load.record.RecordDraft;
import org.electrongap.table.TableName;

/**
 * Epoch AI's timelines: dated states of each site, observed up to the day of the file and planned after it, without a flag.
 * What runs is the last observed state, and what is planned the state of the greatest power after it. A site that grows gives
 * two records, what runs and what is being added, which sum to the plan; the states on the way there are set aside.
 */
final class EpochTimelines implements CsvLayout {

    private static final String POWER = "Power (MW)";
    private static final String COST = "Total capital cost (2025 USD billions)";

    @Override
    public String formatName() {
        return "epoch-timelines";
    }

    @Override
    public TableName table() {
        return TableName.core("datacenter_projects");
    }

    @Override
    public String source() {
        return "Epoch AI, data center timelines";
    }

    @Override
    public List<String> needed() {
        return List.of("Date", "Data center", "Construction status", POWER);
    }

    @Override
    public boolean mayHave(String column) {
        return KnownColumns.has(formatName(), column);
    }

    @Override
    public boolean isDivisible() {
        return false;
    }

    @Override
    public Rows rows(Records records) {
        return new Sites(records);
    }

    /** A row of the file. */
    private record State(CsvRow row, LocalDate date, BigDecimal power) {}

    /** Keeps the states of each site until the file ends. */
    private static final class Sites implements Rows {

        private final Records records;
        private final Map<String, List<State>> sites = new LinkedHashMap<>();

        Sites(Records records) {
            this.records = records;
        }

        @Override
        public void take(CsvRow row) {
            Optional<BigDecimal> power = Decimal.figure(row.text(POWER)).filter(mw -> mw.signum() >= 0);
            Optional<LocalDate> date = day(row.text("Date").strip());
            if (power.isEmpty()) {
                records.quarantine(row, "not_a_number", "power_mw", "'" + row.text(POWER) + "' is no power in MW");
            } else if (date.isEmpty()) {
                records.quarantine(row, "not_a_date", "energised", "'" + row.text("Date") + "' is no day");
            } else {
                sites.computeIfAbsent(row.text("Data center"), site -> new ArrayList<>())
                        .add(new State(row, date.get(), power.get()));
            }
        }

        private static Optional<LocalDate> day(String text) {
            try {
                return Optional.of(LocalDate.parse(text));
            } catch (DateTimeException notADay) {
                return Optional.empty();
            }
        }

        @Override
        public void end() {
            LocalDate published = PublicationDate.of(
                            records.origin().edition(), records.origin().retrieved())
                    .orElse(records.origin().retrieved());
            sites.forEach((handle, states) -> give(handle, states, published));
        }

        private void give(String handle, List<State> states, LocalDate published) {
            EpochDataCenters.Place place = EpochDataCenters.Place.of(handle, handle);
            String country = place.country().isEmpty() && handle.endsWith("Abu Dhabi") ? "ARE" : place.country();
            if (country.isEmpty()) {
                String reason = "'" + handle + "' does not name a country";
                states.forEach(state -> records.quarantine(state.row(), "unknown_region", "country", reason));
                return;
            }
            Site site = new Site(handle, country, place.state(), states, published);
            site.runs().ifPresent(state -> records.accept(site.running(records, state)));
            site.plan().ifPresent(state -> records.accept(site.planned(records, state)));
            states.stream()
                    .filter(state -> !site.isGiven(state))
                    .forEach(state -> records.setAside(
                            state.row(), state.date().isAfter(published) ? "plan_after_the_file" : "earlier_state"));
        }
    }

    /** A site with the states that its records are made of. */
    private static final class Site {

        private final String handle;
        private final String country;
        private final String subdivision;
        private final List<State> observed;
        private final Optional<State> latest;
        private final Optional<State> greatest;

        Site(String handle, String country, String subdivision, List<State> states, LocalDate published) {
            this.handle = handle;
            this.country = country;
            this.subdivision = subdivision;
            this.observed = states.stream()
                    .filter(state -> !state.date().isAfter(published))
                    .sorted(Comparator.comparing(State::date).reversed())
                    .toList();
            this.latest = observed.stream().findFirst();
            this.greatest = states.stream()
                    .filter(state -> state.date().isAfter(published))
                    .max(Comparator.comparing(State::power)
                            .thenComparing(Comparator.comparing(State::date).reversed()));
        }

        /** The state of today, where it has power. */
        Optional<State> runs() {
            return latest.filter(state -> state.power().signum() > 0);
        }

        /** The state that is built towards: of the greatest power, or, where no plan is known, of a site without power. */
        Optional<State> plan() {
            BigDecimal running = runs().map(State::power).orElse(BigDecimal.ZERO);
            Optional<State> growth = greatest.filter(state -> state.power().compareTo(running) > 0);
            return growth.isPresent() || runs().isPresent() ? growth : latest.or(() -> greatest);
        }

        /** Whether a record was made of the state. */
        boolean isGiven(State state) {
            return runs().filter(state::equals).isPresent()
                    || plan().filter(state::equals).isPresent();
        }

        /** Since when the site has had the power of today, as far as it was observed. */
        private String since(State now) {
            return observed.stream()
                    .takeWhile(state -> state.power().compareTo(now.power()) == 0)
                    .reduce((later, earlier) -> earlier)
                    .map(state -> state.date().toString())
                    .orElseThrow();
        }

        RecordDraft running(Records records, State state) {
            return draft(records, state, handle)
                    .with("stage", "energised")
                    .with("energised", since(state))
                    .with("power_mw", state.power().toPlainString())
                    .with("power_reported", state.row().text(POWER))
                    .with("cost_usd", Decimal.scaled(state.row().text(COST), 9))
                    .with("cost_reported", state.row().text(COST));
        }

        RecordDraft planned(Records records, State state) {
            String reported = state.row().text(POWER);
            RecordDraft draft = draft(records, state, runs().isPresent() ? Expansion.of(handle) : handle)
                    .with("stage", "under_construction")
                    .with("expected", state.power().signum() > 0 ? state.row().text("Date") : "");
            if (runs().isPresent()) {
                State now = runs().get();
                String cost = less(state, now, COST);
                return draft.with("power_mw", less(state, now, POWER))
                        .with("power_reported", reported + " less " + now.row().text(POWER))
                        .with("cost_usd", Decimal.scaled(cost, 9))
                        .with("cost_reported", cost);
            }
            return draft.with(
                            "power_mw",
                            state.power().signum() > 0 ? state.power().toPlainString() : "")
                    .with("power_reported", reported)
                    .with("cost_usd", Decimal.scaled(state.row().text(COST), 9))
                    .with("cost_reported", state.row().text(COST));
        }

        /** What is added; empty where one of the figures is none, or the later one is the smaller. */
        private static String less(State plan, State now, String column) {
            return Decimal.figure(plan.row().text(column))
                    .flatMap(whole -> Decimal.figure(now.row().text(column)).map(whole::subtract))
                    .filter(added -> added.signum() >= 0)
                    .map(BigDecimal::toPlainString)
                    .orElse("");
        }

        private RecordDraft draft(Records records, State state, String name) {
            return records.draft(state.row())
                    .with("record_id", name)
                    .with("name", name)
                    .with("record_kind", "load")
                    .with("country", country)
                    .with("subdivisions", subdivision)
                    .with("stage_reported", state.row().text("Construction status"))
                    .with("power_kind", "facility");
        }
    }
}
