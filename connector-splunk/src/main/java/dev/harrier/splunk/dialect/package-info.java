/**
 * Step 5 for Splunk: a hunt in, SPL out; SPL in, findings or one SQL statement out. All of the language is here and nothing of the
 * REST interface. Pure.
 */
package dev.harrier.splunk.dialect;
