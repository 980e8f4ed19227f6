/**
 * Step 5 for Microsoft Sentinel and Defender: a hunt in, KQL out, in the table families {@code defender}, {@code asim} and
 * {@code securityevent}; KQL text in, findings or DuckDB SQL out. Pure: reads nothing but its own resources.
 */
package dev.harrier.sentinel.dialect;
