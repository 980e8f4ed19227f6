/**
 * The Sentinel connector: analytics rules that converge, counts that don't lie. Rules go over ARM by OkHttp; credentials and queries
 * through {@link dev.harrier.sentinel.azure}, the one package that knows the Azure SDK.
 */
package dev.harrier.sentinel;
