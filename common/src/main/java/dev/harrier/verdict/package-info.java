/**
 * Step 8: counts in, verdicts out: is each hunt confirmed, quiet, noisy or blind here, and does the article's severity stand, rise or
 * fall. Pure rules.
 */
package dev.harrier.verdict;
