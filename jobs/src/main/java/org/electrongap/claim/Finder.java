package org.electrongap.claim;

import java.util.List;

/** One way in which the tables may answer a claim. */
interface Finder {

    /** The findings for a question; empty when it is not this finder's kind, or the tables hold nothing for it. */
    List<Finding> find(Question question);
}
