package org.electrongap.report.page;

import java.util.List;
import java.util.Optional;

/**
 * What a page shows.
 *
 * @param now the reports of the page
 * @param before the reports that readers had until now; empty for the first page
 * @param sources the terms of the data sets, in the order in which they are shown
 */
public record PageData(Published now, Optional<Published> before, List<SourceTerms> sources) {

    public PageData {
        sources = List.copyOf(sources);
    }
}
