package org.electrongap.load;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Where the edition of a figure is found. */
public sealed interface Editions {

    /** The edition of a file; empty where none can be derived. Rows that carry their own need none. */
    Optional<String> of(String path);

    /** Whether a file as a whole is one edition. */
    boolean aFileIsOne();

    /** What the edition of a file is shared among: files of one edition that are different parts of it. */
    default String part(String path) {
        return "";
    }

    /**
     * Each row names its edition.
     *
     * @param column the column that holds it
     */
    record InColumn(String column) implements Editions {
        @Override
        public Optional<String> of(String path) {
            return Optional.of("");
        }

        @Override
        public boolean aFileIsOne() {
            return false;
        }
    }

    /**
     * The file's path below the data set names it.
     *
     * @param pattern a regular expression with a group {@code edition}, and a group {@code part} where one edition is
     *     issued in several files
     */
    record InPath(Pattern pattern) implements Editions {
        @Override
        public Optional<String> of(String path) {
            return group(path, "edition");
        }

        @Override
        public boolean aFileIsOne() {
            return true;
        }

        @Override
        public String part(String path) {
            return pattern.pattern().contains("(?<part>") ? group(path, "part").orElse("") : "";
        }

        private Optional<String> group(String path, String name) {
            Matcher matcher = pattern.matcher(path);
            return matcher.find() ? Optional.ofNullable(matcher.group(name)) : Optional.empty();
        }
    }

    /**
     * The user named it.
     *
     * @param edition a day, month or year; blank where the user did not
     * @param part what the file holds of an edition that is issued in several; empty where it holds all
     */
    record Given(String edition, String part) implements Editions {
        @Override
        public Optional<String> of(String path) {
            return Optional.of(edition).filter(date -> !date.isBlank());
        }

        @Override
        public String part(String path) {
            return part;
        }

        @Override
        public boolean aFileIsOne() {
            return true;
        }
    }

    /**
     * The user named the part.
     *
     * @param whole where the edition is found
     * @param name what the file holds of it
     */
    record Part(Editions whole, String name) implements Editions {
        @Override
        public Optional<String> of(String path) {
            return whole.of(path);
        }

        @Override
        public boolean aFileIsOne() {
            return whole.aFileIsOne();
        }

        @Override
        public String part(String path) {
            return name;
        }
    }
}
