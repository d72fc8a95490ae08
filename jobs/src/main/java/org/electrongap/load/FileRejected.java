package org.electrongap.load;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.electrongap.load.record.Fault;
import org.electrongap.load.record.RecordCounts;

/**
 * A file that is rejected as a whole; the tables stay as they are.
 *
 * @param resource the resource
 * @param file the file
 * @param counts how far its records were sorted
 * @param faults every fault that was found
 */
public record FileRejected(Resource resource, SourceFile file, RecordCounts counts, List<Fault> faults)
        implements Outcome {

    public FileRejected {
        faults = List.copyOf(faults);
    }

    /** What a user reads: the file, then each fault with where, what, why and what to do next. */
    public String message() {
        String head = resource.title() + ", " + file.pathInDataset() + ": rejected, "
                + (faults.size() == 1 ? "1 fault" : faults.size() + " faults") + "; nothing of it was loaded.";
        return head
                + IntStream.range(0, faults.size())
                        .mapToObj(i -> "\n  " + (i + 1) + ". " + faults.get(i).text())
                        .collect(Collectors.joining());
    }
}
