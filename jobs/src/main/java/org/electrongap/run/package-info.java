/**
 * What a run is: its identity and settings, what it did before (the ledger), why a step is stale (the fingerprint), and the
 * lock that lets one run at a time write.
 */
package org.electrongap.run;
