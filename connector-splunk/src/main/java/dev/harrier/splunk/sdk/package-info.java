/**
 * The Splunk Java SDK on a transport of our own: deadlines, TLS per instance, one request per call, bodies read whole and capped, no
 * redirects, no cookies. No type of the SDK leaves this package.
 */
package dev.harrier.splunk.sdk;
