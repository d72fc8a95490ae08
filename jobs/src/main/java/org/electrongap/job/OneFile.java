package org.electrongap.job;

import java.util.Optional;

/**
 * One file to load, as named on the command line.
 *
 * @param input where it is
 * @param dataset the data set it belongs to
 * @param format the publisher's format, where it is not to be recognised from the header
 * @param mapping a mapping file
 * @param publisher who published it
 * @param edition when it was published
 * @param part what the file holds of an edition that is issued in several
 * @param corrections a file of corrections
 * @param checkOnly only tell how it would be understood
 * @param replace take the place of the same edition
 */
public record OneFile(
        String input,
        Optional<String> dataset,
        Optional<String> format,
        Optional<String> mapping,
        Optional<String> publisher,
        Optional<String> edition,
        Optional<String> part,
        Optional<String> corrections,
        boolean checkOnly,
        boolean replace) {}
