/**
 * The Splunk connector: saved searches that converge, counts that don't lie. Talks to splunkd only through
 * {@link dev.harrier.splunk.sdk}, the one package that knows the Splunk SDK.
 */
package dev.harrier.splunk;
