package org.electrongap.report.page;

import java.util.List;

/**
 * A box of the page.
 *
 * @param id its anchor
 * @param title its heading
 * @param lead what it tells
 * @param absent why it has nothing to show; empty when it has
 * @param cards its main numbers
 * @param exhibits charts and tables
 * @param remarks what a reader must know beside
 */
record Section(
        String id,
        String title,
        String lead,
        String absent,
        List<Card> cards,
        List<Exhibit> exhibits,
        List<String> remarks) {

    Section {
        cards = List.copyOf(cards);
        exhibits = List.copyOf(exhibits);
        remarks = List.copyOf(remarks);
    }

    /** A box that says that its report was not published. */
    static Section absent(String id, String title, String reason) {
        return new Section(id, title, "", reason, List.of(), List.of(), List.of());
    }

    boolean isAbsent() {
        return !absent.isEmpty();
    }

    boolean hasCards() {
        return !cards.isEmpty();
    }

    boolean hasRemarks() {
        return !remarks.isEmpty();
    }
}
