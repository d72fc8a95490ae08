package org.electrongap.project;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Connected components of records (union-find, Tarjan 1975) that never joins two records which are known to be apart.
 *
 * <p>Links are taken strongest first, so that of a chain between two records that are apart the weakest link is refused.
 */
final class Components {

    private final Map<Long, Long> parent = new HashMap<>();
    private final Map<Long, Set<Long>> apartFrom = new HashMap<>();
    private final Set<Link> refused = new LinkedHashSet<>();

    private Components() {}

    /**
     * Joins what is linked and keeps apart what is apart.
     *
     * @param links records that belong together
     * @param apart records that must not meet; they win over links
     */
    static Components of(List<Link> links, List<Link> apart) {
        Components components = new Components();
        apart.forEach(pair -> components.keepApart(pair.a(), pair.b()));
        List<Link> sorted = new ArrayList<>(links);
        sorted.sort(Link.STRONGEST_FIRST);
        sorted.forEach(components::join);
        return components;
    }

    /** The links without those of records that stand for themselves, which are refused. */
    static Components of(List<Link> links, List<Link> apart, Set<Long> alone) {
        Components components =
                of(links.stream().filter(link -> !touches(link, alone)).toList(), apart);
        links.stream().filter(link -> touches(link, alone)).forEach(link -> components.refused.add(link.withoutBits()));
        return components;
    }

    private static boolean touches(Link link, Set<Long> records) {
        return records.contains(link.a()) || records.contains(link.b());
    }

    /** The smallest record number of each linked record's component, by record number. */
    Map<Long, Long> rootByRecord() {
        Map<Long, Long> smallest = new HashMap<>();
        parent.keySet().forEach(record -> smallest.merge(root(record), record, Math::min));
        Map<Long, Long> roots = new HashMap<>();
        List.copyOf(parent.keySet()).forEach(record -> roots.put(record, smallest.get(root(record))));
        return roots;
    }

    /** The links that were not followed because they would have joined records that are apart; their bits are 0. */
    Set<Link> refused() {
        return Set.copyOf(refused);
    }

    private void keepApart(long a, long b) {
        apartFrom.computeIfAbsent(a, key -> new HashSet<>()).add(b);
        apartFrom.computeIfAbsent(b, key -> new HashSet<>()).add(a);
    }

    private void join(Link link) {
        long a = root(link.a());
        long b = root(link.b());
        if (a == b) {
            return;
        }
        if (areApart(a, b)) {
            refused.add(link.withoutBits());
            return;
        }
        long kept = weight(a) >= weight(b) ? a : b;
        long joined = kept == a ? b : a;
        parent.put(joined, kept);
        Set<Long> inherited = apartFrom.remove(joined);
        if (inherited != null) {
            inherited.forEach(other -> keepApart(kept, root(other)));
        }
    }

    private boolean areApart(long a, long b) {
        return apartFrom.getOrDefault(a, Set.of()).stream().anyMatch(other -> root(other) == b)
                || apartFrom.getOrDefault(b, Set.of()).stream().anyMatch(other -> root(other) == a);
    }

    private int weight(long root) {
        return apartFrom.getOrDefault(root, Set.of()).size();
    }

    private long root(long record) {
        long root = record;
        while (parent.getOrDefault(root, root) != root) {
            root = parent.get(root);
        }
        long step = record;
        while (step != root) {
            long next = parent.getOrDefault(step, root);
            parent.put(step, root);
            step = next;
        }
        parent.putIfAbsent(record, root);
        return root;
    }
}
