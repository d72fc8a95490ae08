/**
 * The jobs: each reads tables, calls the domain and publishes what it gives. The only package that reads and writes tables
 * and reports.
 */
package org.electrongap.job;
