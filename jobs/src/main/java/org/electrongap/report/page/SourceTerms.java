package org.electrongap.report.page;

import java.util.List;

/**
 * Who published a resource, and under which terms.
 *
 * @param dataset the data set
 * @param resource its resource
 * @param publisher who published it
 * @param citation how to cite it
 * @param licences its licences in words
 * @param grade how its figures were seen (primary, secondary, ...); empty where rows say so themselves
 */
public record SourceTerms(
        String dataset, String resource, String publisher, String citation, List<String> licences, String grade) {

    public SourceTerms {
        licences = List.copyOf(licences);
    }
}
