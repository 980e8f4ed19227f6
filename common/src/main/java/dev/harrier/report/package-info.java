/** What people and machines read of a pack or a run: briefing, HTML, JSON, CSV, STIX, ATT&amp;CK layer. Text in memory; no I/O. */
package dev.harrier.report;
