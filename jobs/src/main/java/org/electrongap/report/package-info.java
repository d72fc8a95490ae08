/** What is published: the manifest, the rows of a report, the headline, the page. */
package org.electrongap.report;
